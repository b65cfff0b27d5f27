import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import type { HistoryView } from './facts.tsx';
import { sentences } from './sentences.ts';

/** Under whom the committee stood before, who stood below it, and what was merged into it. */
export function History({ history }: { readonly history: HistoryView }) {
  const { t, language } = useTranslation(sentences);
  const { superiors, formerSubordinates, predecessors } = history;
  const past = superiors.slice(1);
  if (past.length + formerSubordinates.length + predecessors.length === 0) return null;
  const period = (from: string | null, to: string | null) => t('period', { from: show(from), to: show(to) });
  const show = (day: string | null) => (day === null ? t('unknownDay') : showDate(language, day));
  return (
    <section>
      <h2>{t('history')}</h2>
      {past.length > 0 && <h3>{t('formerSuperiors')}</h3>}
      <ul class="entries">
        {past.map(({ superior, from, to }) => (
          <li key={`${superior?.id} ${to}`}>
            {superior === null ? t('noSuperior') : <a href={hashTo(superior.id)}>{superior.name}</a>}
            <br />
            <span class="quiet small">{period(from, to)}</span>
          </li>
        ))}
      </ul>
      {predecessors.length > 0 && <h3>{t('predecessors')}</h3>}
      <ul class="entries">
        {predecessors.map(({ committee, endedOn }) => (
          <li key={committee.id}>
            <a href={hashTo(committee.id)}>{committee.name}</a>
            <br />
            <span class="quiet small">{t('endedOn', { date: show(endedOn) })}</span>
          </li>
        ))}
      </ul>
      {formerSubordinates.length > 0 && (
        <details>
          <summary>{t('formerSubordinates', { count: formerSubordinates.length })}</summary>
          <ul class="entries">
            {formerSubordinates.map(({ committee, from, to }) => (
              <li key={`${committee.id} ${to}`}>
                <a href={hashTo(committee.id)}>{committee.name}</a>
                <br />
                <span class="quiet small">{period(from, to)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
