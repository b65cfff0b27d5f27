import { useLayoutEffect, useState } from 'preact/hooks';

/** The address of a screen within a page: `hashTo('a', 'b')` is `#/a/b`. */
export function hashTo(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

function readParts(): readonly string[] {
  const parts = window.location.hash.replace(/^#\/?/, '').split('/');
  return parts.filter((part) => part !== '').map(decodeURIComponent);
}

/** The parts of `#/a/b`, shown anew when somebody goes elsewhere. */
export function useHash(): readonly string[] {
  const [parts, setParts] = useState(readParts);
  // Before the browser does anything else: a change of address between drawing and listening would be lost.
  useLayoutEffect(() => {
    const onChange = () => {
      setParts(readParts());
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return parts;
}
