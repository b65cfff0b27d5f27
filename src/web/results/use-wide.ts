import { useEffect, useState } from 'preact/hooks';

const wide = window.matchMedia('(min-width: 62rem), print');

/** Whether there is room for a table: on a laptop, and on paper. */
export function useWide(): boolean {
  const [matches, setMatches] = useState(wide.matches);
  useEffect(() => {
    const look = () => setMatches(wide.matches);
    wide.addEventListener('change', look);
    look();
    return () => wide.removeEventListener('change', look);
  }, []);
  return matches;
}
