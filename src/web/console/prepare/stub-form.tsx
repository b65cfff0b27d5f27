import { useRef, useState } from 'preact/hooks';
import { TextField } from '../../shared/fields.tsx';
import { useSpeech } from '../../shared/sentences.ts';
import { sentences } from '../sentences.ts';
import { serialOf } from './stub-input.ts';

interface Props {
  readonly sessionId: string;
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly busy: boolean;
  onSerial(serial: string): void;
}

/** Takes a stub's serial as typed, or a whole link from a scanner that types; what it takes is not kept. */
export function StubForm({ sessionId, label, action, busy, onSerial }: Props) {
  const { say } = useSpeech(sentences);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const serial = serialOf(text, sessionId);
    setWrong(serial === undefined);
    // A link is a paper's secret: it leaves the screen as soon as it is read.
    setText('');
    if (serial !== undefined) onSerial(serial);
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form ref={form} class="inline-form" onSubmit={submit}>
      <TextField
        label={label}
        hint={say('stubHint')}
        error={wrong ? say('noStub') : undefined}
        value={text}
        onInput={setText}
        autocomplete="off"
        maxLength={400}
        required
      />
      <button type="submit" disabled={busy}>
        {action}
      </button>
    </form>
  );
}
