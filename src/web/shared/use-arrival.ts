import { useEffect, useRef } from 'preact/hooks';

/** For what comes in the place of what was pressed: the focus goes there, so that nobody who types or listens is lost. */
export function useArrival<One extends HTMLElement>() {
  const place = useRef<One>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  return place;
}
