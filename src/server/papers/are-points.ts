import { sodiumGroup } from '../arithmetic/sodium-group.ts';

/** Only the public half reaches the server; it must be a point of the group (PROTOCOL §1), or its ballots never count. */
export function arePoints(credentials: readonly string[]): boolean {
  return credentials.every((credential) => sodiumGroup.decode(credential) !== undefined);
}
