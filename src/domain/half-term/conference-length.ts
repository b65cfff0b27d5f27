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

/** What the plan sets, or what is usual at the committee's level; null where neither says anything. */
export function conferenceLengthOf(level: string, ofPlan: ConferenceLength | null): ConferenceLength | null {
  return ofPlan ?? usual.get(level) ?? null;
}

/** Worth a warning, never a refusal: a conference lasts as long as it lasts. */
export function isUnusualLength(days: number | null, bounds: ConferenceLength | null): boolean {
  return days !== null && bounds !== null && (days < bounds.minimum || days > bounds.maximum);
}
