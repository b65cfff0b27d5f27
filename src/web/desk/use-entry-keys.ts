import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isControl, isField } from '../shared/forms/takes-keys.ts';

/**
 * Hands every key that stands for something to the entry, whatever was clicked before: a button that was clicked keeps
 * the focus, but the keys of those who key sheets are the entry's. Three things keep their own keys: a field, a control
 * to which somebody has walked by Tab (its Enter), and a question that waits for an answer (Enter once more). With the
 * first digit the walk is over and the focus is back at the entry.
 * @param entry what asks; takes no keys while it is hidden behind the sign-in
 * @param place where the focus goes while somebody keys
 * @param pressOf what a key stands for; undefined for those that mean nothing
 */
export function useEntryKeys<Press>(
  entry: RefObject<HTMLElement | null>,
  place: RefObject<HTMLElement | null>,
  pressOf: (key: string) => Press | undefined,
  pressed: (press: Press) => void,
): void {
  const hasWalked = useRef(false);
  const latest = useRef({ pressOf, pressed });
  latest.current = { pressOf, pressed };
  useLayoutEffect(() => {
    const onPointer = () => {
      hasWalked.current = false;
    };
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (key === 'Tab') hasWalked.current = true;
      if (isField(target) || entry.current?.closest('[hidden]') !== null) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const press = latest.current.pressOf(key);
      if (press === undefined || (key === 'Enter' && keepsEnter(target, hasWalked.current))) return;
      event.preventDefault();
      if (event.repeat) return;
      hasWalked.current = false;
      if (isControl(target)) place.current?.focus({ preventScroll: true });
      latest.current.pressed(press);
    };
    window.addEventListener('pointerdown', onPointer);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointerdown', onPointer);
      window.removeEventListener('keydown', onKey);
    };
  }, [entry, place]);
}

function keepsEnter(target: EventTarget | null, hasWalked: boolean): boolean {
  if (hasWalked && isControl(target)) return true;
  return target instanceof Element && target.closest('.asking') !== null;
}
