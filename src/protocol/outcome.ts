/** A refusal as a value: why, and where in the data it was found. */
export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly refusal: Reason;
  /** For people: which file, event, trustee or cell. */
  readonly where?: string;
  /** Number of the trustee at fault, where one is. */
  readonly trustee?: number;
}

/** What a check hands back: the value read and found good, or the refusal. */
export type Outcome<Value, Reason extends string> = { readonly ok: true; readonly value: Value } | Refused<Reason>;

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Reason extends string>(refusal: Reason, where?: string): Refused<Reason> {
  return where === undefined ? { ok: false, refusal } : { ok: false, refusal, where };
}

/** A refusal that names the trustee (from 1) whose message is wrong. */
export function refusedTrustee<Reason extends string>(refusal: Reason, trustee: number): Refused<Reason> {
  return { ok: false, refusal, trustee, where: `trustee ${trustee}` };
}
