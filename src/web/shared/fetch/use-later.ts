import { type Load, useLoad } from './use-load.ts';

/** A part of the page that is fetched when somebody wants it; may be tried again when it did not come. */
export function useLater<Part>(fetchPart: () => Promise<Part>): Load<Part> {
  return useLoad(async () => {
    try {
      return { ok: true, value: await fetchPart() };
    } catch {
      // A browser says of a program that did not come only that it did not.
      return { ok: false, refusal: 'unreachable' };
    }
  }, []);
}
