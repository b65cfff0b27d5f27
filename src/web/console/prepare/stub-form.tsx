import { useState } from 'preact/hooks';
import { CodeField } from '../../shared/scan/code-field.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';

interface Props {
  readonly sessionId: string;
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly busy?: boolean;
  onSerial(serial: string): void;
}

/** Takes a stub's serial as typed, or a sheet's link from a scanner or the camera; what it takes is not kept. */
export function StubForm({ sessionId, label, action, busy, onSerial }: Props) {
  const { t } = useTranslation(sentences);
  const [wrong, setWrong] = useState(false);
  const take = async (text: string) => {
    // Fetched with the first stub: the curve's arithmetic is not needed before.
    const { serialOf } = await import('./stub-input.ts');
    const serial = serialOf(text, sessionId);
    setWrong(serial === undefined);
    if (serial !== undefined) onSerial(serial);
  };
  return (
    <>
      <CodeField
        label={label}
        hint={t('stubHint')}
        go={action}
        {...(busy ? { busy } : {})}
        onCode={(text) => void take(text)}
      />
      <div role="alert">{wrong && <p class="field-error">{t('noStub')}</p>}</div>
    </>
  );
}
