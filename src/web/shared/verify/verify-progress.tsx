import { ProgressNote } from '../show/progress-note.tsx';
import { useTranslation } from '../show/sentences.ts';
import { SilenceNote } from '../workers/silence-note.tsx';
import type { VerifyProgress } from './verify-message.ts';
import { verifySentences } from './verify-sentences.ts';

interface Props {
  readonly progress: VerifyProgress | undefined;
  cancel(): void;
}

/** How far a verification is, and the way out of it. */
export function VerifyProgressNote({ progress, cancel }: Props) {
  const { t } = useTranslation(verifySentences);
  const { check, done, total } = progress ?? { check: 'V1', done: 0, total: 0 };
  const label = check === 'V6' ? t('workingV6') : check === 'V8' ? t('workingV8') : t('working');
  return (
    <>
      <ProgressNote label={label} done={done} total={total} cancel={cancel} />
      <SilenceNote />
    </>
  );
}
