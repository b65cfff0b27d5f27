/** Another transaction came in between what was read and what was written: `steps.ts` makes the step once more. */
export class CameBetween extends Error {
  readonly code = '40001';
}
