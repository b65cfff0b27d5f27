import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { LevelBar } from './level-bar.tsx';
import { sentences } from './sentences.ts';
import type { NumberedSubject } from './sorting.ts';
import { Share, TierNote } from './subject-parts.tsx';

interface Props {
  readonly view: ResultView;
  readonly subjects: readonly NumberedSubject[];
}

/** A row for each person or organisation. */
export function SubjectTable({ view, subjects }: Props) {
  const { t, pick } = useTranslation(sentences);
  const tiers = view.wording.noTier !== null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus
    <section class="table-box" tabIndex={0} aria-label={t('tableTitle')}>
      <table class="table results-table">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{pick(view.wording.subject)}</th>
            {view.levels.map(({ id, label }) => (
              <th key={id} scope="col" class="number">
                {pick(label)}
              </th>
            ))}
            <th scope="col" class="number">
              {t('valid')}
            </th>
            <th scope="col" class="number">
              {t('invalid')}
            </th>
            <th scope="col">{t('chart')}</th>
            {tiers && <th scope="col">{t('tier')}</th>}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr key={subject.number}>
              <td class="number">{subject.number}</td>
              <th scope="row">
                {subject.name}
                <span class="position">{subject.position}</span>
              </th>
              {view.levels.map(({ id }) => (
                <td key={id} class="number">
                  <Share of={subject.levels[id]} base={view.base.value} />
                </td>
              ))}
              <td class="number">{subject.valid}</td>
              <td class="number">{subject.invalid}</td>
              <td class="chart">
                <LevelBar levels={view.levels} figures={subject} />
              </td>
              {tiers && (
                <td>
                  <TierNote view={view} subject={subject} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
