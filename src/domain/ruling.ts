/** A pure decision either yields a value or a refusal from the closed list of its kind; it never throws. */
export type Ruling<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      readonly problems?: readonly Problem[];
      /** Whole seconds after which the same may be asked again, where time alone helps. */
      readonly retryAfter?: number;
    };

/** One thing that stands in the way: a stable code and, where it helps, what it is about. */
export interface Problem {
  readonly code: string;
  readonly about?: string;
}

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Refusal extends string>(
  refusal: Refusal,
  problems?: readonly Problem[],
): { readonly ok: false; readonly refusal: Refusal; readonly problems?: readonly Problem[] } {
  return problems === undefined || problems.length === 0 ? { ok: false, refusal } : { ok: false, refusal, problems };
}

/** Refused for a while only. */
export function refuseFor<Refusal extends string>(
  refusal: Refusal,
  retryAfter: number,
): { readonly ok: false; readonly refusal: Refusal; readonly retryAfter: number } {
  return { ok: false, refusal, retryAfter };
}
