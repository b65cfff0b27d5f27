/** The one-time link of the first administrator: there is one for all nodes, and only the hash of its token is kept. */
export interface SetupLinkStore {
  /** HEX; null where there is no link. */
  hash(): Promise<string | null>;
  /** The link before is void, whichever node made it. */
  renew(hash: string): Promise<void>;
  /** After use. */
  end(): Promise<void>;
}
