import type { BoxRenewal, RenewedCounts } from './renewal-store.ts';

/** A renewal as either store keeps it, beside its session. */
export interface RenewalRow extends Omit<BoxRenewal, 'counts'>, Omit<RenewedCounts, 'channels'> {
  /** Both null where they are not shown. */
  readonly phone: number | null;
  readonly sheet: number | null;
}

export function rowOfRenewal({ counts: { channels, ...counts }, ...renewal }: BoxRenewal): RenewalRow {
  return { ...renewal, ...counts, phone: channels?.phone ?? null, sheet: channels?.sheet ?? null };
}

export function renewalOf({ id, at, isTaking, height, phone, sheet, ...row }: RenewalRow): BoxRenewal {
  const { summoned, present, issued, collected } = row;
  const channels = phone === null || sheet === null ? null : { phone, sheet };
  return { id, at, isTaking, height, counts: { summoned, present, issued, collected, channels } };
}
