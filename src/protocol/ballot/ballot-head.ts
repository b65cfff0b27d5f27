/** What a ballot says of itself before anything about it is proven. */
export interface BallotHead {
  readonly uuid: string;
  readonly credential: string;
}

// Canonical form fixes the order of a ballot's fields (PROTOCOL §7.1), so that its beginning can be read as it stands.
const beginning = /^\{"election_uuid":"([^"\\]*)","election_hash":"[^"\\]*","credential":"([0-9a-f]{64})","answers":\[/;

/** Undefined for what cannot be a ballot. */
export function readBallotHead(ballot: string): BallotHead | undefined {
  const [, uuid, credential] = beginning.exec(ballot) ?? [];
  return uuid === undefined || credential === undefined ? undefined : { uuid, credential };
}
