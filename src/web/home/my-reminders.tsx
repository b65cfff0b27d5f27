import { call } from '../../client/api.ts';
import { listReminders } from '../../contract/plans/obligations.ts';
import { useConnection } from '../shared/connection.ts';
import { DaysLeft } from '../shared/days-left.tsx';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { useLoad } from '../shared/use-load.ts';
import { sentences } from './sentences.ts';

/** What plans ask of the committees that somebody chairs or serves, as far as it is due soon or late. */
export function MyReminders({ accountId }: { readonly accountId: string }) {
  const { say, language } = useSpeech(sentences);
  const connection = useConnection();
  const reminders = useLoad(() => call(connection, listReminders), [accountId]);
  return (
    <Loaded of={reminders}>
      {(list) =>
        list.length > 0 && (
          <section>
            <h2>{say('dueTitle')}</h2>
            <ul class="entries">
              {list.map(({ committeeId, committeeName, plan, dueOn, daysLeft }) => (
                <li key={`${committeeId} ${plan.id}`}>
                  <p>
                    <a href={`/plans${hashTo(committeeId, plan.id)}`}>{plan.title}</a>
                    <br />
                    {committeeName} · {dueOn && say('dueBy', { date: showDate(language, dueOn) })} ·{' '}
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
