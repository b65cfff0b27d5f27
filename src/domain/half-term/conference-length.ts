/** Days a half-term conference is to last, both included. */
export interface ConferenceLength {
  readonly minimum: number;
  readonly maximum: number;
}

const usual: ReadonlyMap<string, ConferenceLength> = new Map([
  ['commune', { minimum: 1, maximum: 1.5 }],
  // Party committees of a province's sectors stand directly above the grassroots.
  ['above-grassroots', { minimum: 0.5, maximum: 1 }],
]);

/** What is usual at a rank where no plan says otherwise; undefined where nothing is. */
export function usualLength(rank: string): ConferenceLength | undefined {
  return usual.get(rank);
}

/** Worth a warning, never a refusal: a conference lasts as long as it lasts. */
export function isUnusualLength(days: number | null, bounds: ConferenceLength | null): boolean {
  return days !== null && bounds !== null && (days < bounds.minimum || days > bounds.maximum);
}
