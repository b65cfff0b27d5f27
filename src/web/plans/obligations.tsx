import type { ObligationView } from '../../contract/plans/obligations.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { DaysLeft } from '../shared/show/days-left.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { ProgressBadge } from './progress-badge.tsx';
import { sentences } from './sentences.ts';

/** What a committee is to carry out, by which day, and how far it is. */
export function Obligations({ list }: { readonly list: readonly ObligationView[] }) {
  const { t, language } = useTranslation(sentences);
  if (list.length === 0) return <p class="empty">{t('nothingOwed')}</p>;
  return (
    <TableBox name={t('owedTitle')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('plan')}</th>
            <th scope="col">{t('voteBy')}</th>
            <th scope="col">{t('reportBy')}</th>
            <th scope="col">{t('progress')}</th>
            <th scope="col">{t('timeLeft')}</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ committeeId, plan, sessionId, ...owed }) => (
            <tr key={plan.id}>
              <th scope="row">
                <a href={hashTo(committeeId, plan.id)}>{plan.title}</a>
                <br />
                <span class="quiet small">
                  {plan.number} · {plan.issuerName}
                  {owed.pilot && ` · ${t('pilot')}`}
                </span>
              </th>
              <td>{showDate(language, owed.by)}</td>
              <td>{owed.reportBy && showDate(language, owed.reportBy)}</td>
              <td>
                <ProgressBadge progress={owed.progress} />
                {sessionId !== null && (
                  <>
                    <br />
                    <a class="small" href={`/console${hashTo(sessionId)}`}>
                      {t('toSession')}
                    </a>
                  </>
                )}
              </td>
              <td>
                <DaysLeft days={owed.daysLeft} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
