import { useTranslation } from '../show/sentences.ts';
import { silenceSentences } from './silence-sentences.ts';
import { useSilence } from './use-silence.ts';

interface Props {
  /** What to do here, where there is more to say than to load the page again. */
  readonly what?: string;
}

/** Beside whatever a worker is at: what to do when it does not answer. */
export function SilenceNote({ what }: Props) {
  const { t } = useTranslation(silenceSentences);
  const silent = useSilence();
  return (
    <div role="alert">
      {silent && (
        <p class="note alarm">
          {t('workerSilent')} {what ?? t('workerSilentReload')}
        </p>
      )}
    </div>
  );
}
