import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isField } from '../forms/takes-keys.ts';
import { useTranslation } from '../show/sentences.ts';
import { scanSentences } from './scan-sentences.ts';
import { useCamera } from './use-camera.tsx';

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** What the button beside the field says; "take the code" by default. */
  readonly go?: string;
  readonly busy?: boolean;
  /** For codes that people write out in several lines. */
  readonly rows?: number;
  /** What a hand scanner types comes here at once and whatever was clicked before; what is typed into a field stays there. */
  readonly focused?: boolean;
  /** What was typed stays, so that one mistake in a long code is mended and not typed anew. */
  readonly keepsText?: boolean;
  /** What was scanned or typed; the field is empty again, unless it `keepsText`. */
  onCode(text: string): void;
}

/**
 * Takes a code from a hand scanner, which types it and presses Enter, from a keyboard, or from the camera where the
 * browser offers one. The camera is let go as soon as a code was read.
 */
export function CodeField({ label, hint, go, busy, rows, focused, keepsText, onCode }: Props) {
  const { t } = useTranslation(scanSentences);
  const id = useId();
  const [text, setText] = useState('');
  const field = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!focused) return undefined;
    const takeFocus = () => field.current?.focus({ preventScroll: true });
    // A hand scanner types wherever the focus is: on a button that was clicked before, its code would be lost.
    const onKey = ({ target, key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isText = key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;
      if (isText && !isField(target)) takeFocus();
    };
    takeFocus();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [focused]);
  const take = (code: string) => {
    if (!keepsText) setText('');
    onCode(code);
  };
  const camera = useCamera(take);
  const attributes = {
    ...({ id, value: text, autocomplete: 'off', autocapitalize: 'none', spellcheck: false } as const),
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  };
  return (
    <form
      class="code-field"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !busy) take(text);
      }}
    >
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="quiet small hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input
          {...attributes}
          ref={field as preact.RefObject<HTMLInputElement>}
          type="text"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <textarea
          {...attributes}
          ref={field as preact.RefObject<HTMLTextAreaElement>}
          rows={rows}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div class="choices">
        <button type="submit" class="main-button" disabled={busy}>
          {go ?? t('scanTake')}
        </button>
        {camera.isOffered && (
          <button type="button" disabled={busy} onClick={() => void camera.open()}>
            {t('scanWithCamera')}
          </button>
        )}
      </div>
      {!window.isSecureContext && <p class="quiet small">{t('cameraNeedsTls')}</p>}
      {camera.view}
    </form>
  );
}
