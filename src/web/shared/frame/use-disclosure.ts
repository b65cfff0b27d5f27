import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Disclosure<Around extends Element> {
  readonly isOpen: boolean;
  toggle(): void;
  /** Closes it and gives the focus back to the button that opened it. */
  close(): void;
  /** What holds the button and what it opens: whoever goes elsewhere has done with it. */
  readonly around: RefObject<Around | null>;
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** What one button opens over the page: closed by it, by Escape, by a link within and by whatever is done elsewhere. */
export function useDisclosure<Around extends Element>(): Disclosure<Around> {
  const [isOpen, setOpen] = useState(false);
  const around = useRef<Around>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  // At once: what is done between drawing and listening would be missed.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    const onElsewhere = ({ target }: Event) => {
      if (!(target instanceof Node && around.current?.contains(target))) setOpen(false);
    };
    const onGone = () => setOpen(false);
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    window.addEventListener('hashchange', onGone);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
      window.removeEventListener('hashchange', onGone);
    };
  }, [isOpen]);
  return { isOpen, toggle: () => setOpen(!isOpen), close, around, opener };
}
