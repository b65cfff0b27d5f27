import { afterEach, beforeEach } from 'vitest';

/**
 * For a file whose tests each begin on the page where the one before ended: after the first that fails the others fail
 * at once, instead of waiting for what cannot come.
 */
export function actsInOrder(): void {
  let failed: string | undefined;
  beforeEach(() => {
    if (failed !== undefined) throw new Error(`not played: before it failed “${failed}”`);
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') failed ??= task.name;
  });
}
