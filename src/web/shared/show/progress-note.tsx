import { useId } from 'preact/hooks';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from './sentences.ts';

interface Props {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  cancel?(): void;
}

/** Long work: how far it is, and a way out of it. */
export function ProgressNote({ label, done, total, cancel }: Props) {
  const { t, language } = useTranslation(officeSentences);
  const id = useId();
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  return (
    <div class="note progress-note">
      <p id={id}>{label}</p>
      <progress aria-labelledby={id} max={Math.max(total, 1)} value={done} />
      <p class="quiet small">{t('doneOf', { done: number.format(done), total: number.format(total) })}</p>
      {cancel && (
        <button type="button" onClick={cancel}>
          {t('cancel')}
        </button>
      )}
    </div>
  );
}
