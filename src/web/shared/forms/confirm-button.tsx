import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';

interface Props {
  /** What the button says before anything is asked. */
  readonly label: string;
  /** What tells it from its like beside it; begins with the label. */
  readonly name?: string;
  /** Names the consequence. */
  readonly sentence: string;
  /** What the button that does it says. */
  readonly yes: string;
  readonly no?: string;
  readonly main?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  onConfirm(): void;
}

/** A button for what cannot be taken back: asks once, in place. */
export function ConfirmButton({ label, name, sentence, yes, no, main, busy, disabled, onConfirm }: Props) {
  const { t } = useTranslation(officeSentences);
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const asked = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    if (asking) question.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button
        ref={first}
        type="button"
        class={main ? 'main-button' : ''}
        aria-label={name}
        disabled={disabled || busy}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  const decide = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <fieldset class="note note-strong asking" aria-labelledby={id}>
      <p ref={question} id={id} tabIndex={-1}>
        {sentence}
      </p>
      <div class="choices">
        <button type="button" class="main-button" disabled={busy} onClick={decide}>
          {yes}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {no ?? t('no')}
        </button>
      </div>
    </fieldset>
  );
}
