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

/** On a phone: one subject below the other, each with a small table of its own. */
export function SubjectCards({ view, subjects }: Props) {
  const { t, pick } = useTranslation(sentences);
  return (
    <ol class="entries subject-cards">
      {subjects.map((subject) => (
        <li key={subject.number}>
          <h3>
            {subject.number}. {subject.name}
            <span class="position">{subject.position}</span>
          </h3>
          <LevelBar levels={view.levels} figures={subject} />
          <table class="table">
            <tbody>
              {view.levels.map(({ id, label }) => (
                <tr key={id}>
                  <th scope="row">{pick(label)}</th>
                  <td class="number">
                    <Share of={subject.levels[id]} base={view.base.value} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('valid')}</th>
                <td class="number">{subject.valid}</td>
              </tr>
              <tr>
                <th scope="row">{t('invalid')}</th>
                <td class="number">{subject.invalid}</td>
              </tr>
            </tbody>
          </table>
          {view.wording.noTier !== null && (
            <p>
              {t('tier')}: <TierNote view={view} subject={subject} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
