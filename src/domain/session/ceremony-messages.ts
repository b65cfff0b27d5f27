/** What one teller's program has sent so far; every message was checked before it got here (PROTOCOL §5). */
export interface CeremonyMessages {
  /** Step 1; for a single teller the whole public key with its proof. */
  readonly certificate: string | null;
  /** The teller read the spoken code aloud, compared and confirmed. */
  readonly codeConfirmed: boolean;
  /** HEX of the coefficients' message, posted by all before anybody reveals step 3. */
  readonly commitment: string | null;
  readonly polynomial: string | null;
  readonly output: string | null;
}

/** Somebody's program found a message that does not fit; the ceremony has to be run again. */
export interface Complaint {
  readonly by: number;
  readonly against: number | null;
  readonly reason: string;
}

export interface Ceremony {
  /** Counts the runs of this session: messages of an earlier run are refused. */
  readonly run: number;
  readonly size: number;
  readonly threshold: number;
  /** By teller, in the order of their index. */
  readonly messages: readonly CeremonyMessages[];
  readonly complaint: Complaint | null;
  /** The record's `trustees`, once every output is there. */
  readonly trustees: string | null;
}
