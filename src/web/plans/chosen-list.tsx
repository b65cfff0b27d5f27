import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  /** Each in one line, with nothing twice. */
  readonly lines: readonly string[];
  remove(index: number): void;
}

/** What was chosen so far, each line with a way to take it back. */
export function ChosenList({ lines, remove }: Props) {
  const { t } = useTranslation(sentences);
  if (lines.length === 0) return null;
  return (
    <ul class="entries">
      {lines.map((line, index) => (
        <li key={line} class="chosen">
          <span>{line}</span>
          <button type="button" aria-label={t('removeLine', { line })} onClick={() => remove(index)}>
            {t('remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
