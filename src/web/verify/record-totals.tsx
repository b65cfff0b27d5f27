import type { SubjectTotals } from '../../protocol/verify/verify-report.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** The result as the verified record itself gives it, in the words of the election. */
export function RecordTotals({ totals }: { readonly totals: readonly SubjectTotals[] }) {
  const { t } = useTranslation(sentences);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus
    <section class="table-box" tabIndex={0} aria-label={t('totals')}>
      <table class="table record-totals">
        <caption>{t('totals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('subject')}</th>
            {totals[0]?.levels.map(({ level }) => (
              <th key={level} scope="col" class="number">
                {level}
              </th>
            ))}
            <th scope="col" class="number">
              {t('unmarked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ subject, levels, unmarked }) => (
            <tr key={subject}>
              <th scope="row">{subject}</th>
              {levels.map(({ level, count }) => (
                <td key={level} class="number">
                  {count}
                </td>
              ))}
              <td class="number">{unmarked}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
