import { useEffect, useState } from 'preact/hooks';
import { useStore } from '../device/use-store.ts';
import { preferences } from './preferences.ts';

/**
 * Whether the window is as wide as this.
 * @param pixels at the usual size of the type; larger type needs as much more
 */
export function useRoom(pixels: number): boolean {
  const { textSize } = useStore(preferences);
  const query = `(min-width: ${(pixels * textSize) / 100}px)`;
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const room = window.matchMedia(query);
    const look = () => setMatches(room.matches);
    room.addEventListener('change', look);
    look();
    return () => room.removeEventListener('change', look);
  }, [query]);
  return matches;
}
