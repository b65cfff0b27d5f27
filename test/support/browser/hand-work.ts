import type { BrowserContext } from 'playwright-core';

/** What somebody has done by hand on the pages of a browser, as the pages themselves saw it. */
export interface HandWork {
  /** Presses of a pointer, and of Enter or space in a pointer's place. */
  clicks: number;
  /** Fields that were filled in, chosen from, or given a file; one that is left and filled in again counts again. */
  fields: number;
}

/** Counts what is done by hand on every page of `context` from now on. */
export async function handWorkOn(context: BrowserContext): Promise<HandWork> {
  const work: HandWork = { clicks: 0, fields: 0 };
  await context.exposeBinding('countHandWork', (_source, kind: keyof HandWork) => {
    work[kind] += 1;
  });
  await context.addInitScript(() => {
    const count = (kind: string) => (window as unknown as { countHandWork(kind: string): void }).countHandWork(kind);
    let filled: EventTarget | null = null;
    const onInput = ({ target }: Event) => {
      const pressed = target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type);
      if (pressed || target === filled) return;
      filled = target;
      count('fields');
    };
    const onKey = ({ key, target }: KeyboardEvent) => {
      const writes = target instanceof HTMLTextAreaElement || (key === ' ' && target instanceof HTMLInputElement);
      if ((key !== 'Enter' && key !== ' ') || writes) return;
      filled = null;
      count('clicks');
    };
    const onPointer = () => {
      filled = null;
      count('clicks');
    };
    document.addEventListener('pointerdown', onPointer, true);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('input', onInput, true);
  });
  return work;
}
