import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For what comes in the place of what was pressed: the focus goes there, so that nobody who types or listens is lost. At
 * once (a layout effect, as everywhere where the focus is moved): an effect comes after the next picture, on a busy device
 * after the next key.
 */
export function useArrival<One extends HTMLElement>() {
  const place = useRef<One>(null);
  useLayoutEffect(() => {
    place.current?.focus();
  }, []);
  return place;
}
