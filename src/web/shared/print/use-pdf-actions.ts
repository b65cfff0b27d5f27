import { useEffect, useRef } from 'preact/hooks';

/** Saves or opens a PDF, and tells of it; its addresses end with the screen, or the browser would keep the bytes. */
export function usePdfActions(pdf: Blob, name: string, onTaken: () => void): { save(): void; open(): void } {
  const address = useRef<string | undefined>(undefined);
  useEffect(
    () => () => {
      if (address.current !== undefined) URL.revokeObjectURL(address.current);
      address.current = undefined;
    },
    [pdf],
  );
  const take = (): string => {
    address.current ??= URL.createObjectURL(pdf);
    onTaken();
    return address.current;
  };
  return {
    save: () => {
      const link = document.createElement('a');
      link.href = take();
      link.download = name;
      link.click();
    },
    open: () => {
      window.open(take(), '_blank');
    },
  };
}
