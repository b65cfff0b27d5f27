/** The folders of test/vectors that hold a whole election made by the tool. */
export const recordedElections = [
  'single-3subjects',
  'single-4answers',
  'with-revotes',
  'zero-ballots',
  'threshold-2of3',
  'threshold-2of3-gcm',
  'threshold-3of5-gcm',
] as const;
