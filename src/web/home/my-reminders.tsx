import { call } from '../../client/api.ts';
import { listReminders } from '../../contract/plans/obligations.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { DaysLeft } from '../shared/show/days-left.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

/** What plans ask of the committees that somebody chairs or serves, as far as it is due soon or late. */
export function MyReminders({ accountId }: { readonly accountId: string }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const reminders = useLoad(() => call(connection, listReminders), [accountId]);
  return (
    <Loaded of={reminders}>
      {(list) =>
        list.length > 0 && (
          <section>
            <h2>{t('dueTitle')}</h2>
            <ul class="entries">
              {list.map(({ committeeId, committeeName, plan, dueOn, daysLeft }) => (
                <li key={`${committeeId} ${plan.id}`}>
                  <p>
                    <a href={`/plans${hashTo(committeeId, plan.id)}`}>{plan.title}</a>
                    <br />
                    {committeeName} · {dueOn && t('dueBy', { date: showDate(language, dueOn) })} ·{' '}
                    <DaysLeft days={daysLeft} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  );
}
