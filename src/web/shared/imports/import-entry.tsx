import type { ImportView } from '../../../contract/imports/imports.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { useTranslation } from '../show/sentences.ts';
import { showMoment } from '../show/show-date.ts';
import { importSentences } from './import-sentences.ts';
import type { ImportWords } from './import-words.ts';

interface Props extends ImportWords {
  readonly one: Pick<ImportView, 'by' | 'at' | 'takenBack' | 'obstacles'>;
  readonly busy: boolean;
  onTakeBack(): void;
}

/** One import: what it did, and the button that takes it back or what stands in its way. */
export function ImportEntry({ one, title, did, question, busy, onTakeBack }: Props) {
  const { t, pick, language } = useTranslation(importSentences);
  const { takenBack, obstacles } = one;
  const moment = showMoment(language, one.at);
  return (
    <li>
      <p>
        <strong>{title}</strong>
        <br />
        <span class="quiet">{t('importedBy', { moment, name: one.by.name })}</span>
        <br />
        {did}
      </p>
      {takenBack !== null && (
        <p>{t('takenBackBy', { moment: showMoment(language, takenBack.at), name: takenBack.by.name })}</p>
      )}
      {takenBack === null && obstacles.length > 0 && (
        <details>
          <summary>{t('cannotTakeBack')}</summary>
          <ul>
            {obstacles.map(({ code, messages }) => (
              <li key={code}>{pick(messages)}</li>
            ))}
          </ul>
        </details>
      )}
      {takenBack === null && obstacles.length === 0 && (
        <ConfirmButton
          label={t('takeBackThis')}
          name={t('takeBackOf', { moment })}
          sentence={question}
          yes={t('takeBackThis')}
          busy={busy}
          onConfirm={onTakeBack}
        />
      )}
    </li>
  );
}
