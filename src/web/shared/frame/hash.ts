import { useLayoutEffect, useState } from 'preact/hooks';

/** The address of a screen within a page: `hashTo('a', 'b')` is `#/a/b`. */
export function hashTo(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

function readParts(): readonly string[] {
  const parts = window.location.hash.replace(/^#\/?/, '').split('/');
  return parts.filter((part) => part !== '').map(decodeURIComponent);
}

/** Whether what the page shows may go, and how it is given up; put in while it holds what would be lost (forms/unsaved.ts). */
export const leaving = { ask: () => true, giveUp: () => {} };

/** The parts of `#/a/b`, shown anew when somebody goes elsewhere and the screen may go. */
export function useHash(): readonly string[] {
  const [parts, setParts] = useState(readParts);
  // Before the browser does anything else: a change of address between drawing and listening would be lost.
  useLayoutEffect(() => {
    const onChange = ({ oldURL }: HashChangeEvent) => {
      // Put behind the place that was gone back to, the address is where it was.
      if (!leaving.ask()) return window.history.pushState(null, '', oldURL);
      setParts(readParts());
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return parts;
}
