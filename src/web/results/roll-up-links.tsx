import { call } from '../../client/api.ts';
import { listRollUps } from '../../contract/results/roll-up.ts';
import { useConnection } from '../shared/connection.ts';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useAccount } from '../shared/use-account.ts';
import { useLoad } from '../shared/use-load.ts';
import { sentences } from './sentences.ts';

/** The way to what was published from below, for those who sit in a committee to which something was. */
export function RollUpLinks() {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const rollUps = useLoad(() => call(connection, listRollUps), [id]);
  return (
    <Loaded of={rollUps}>
      {(all) =>
        all.length > 0 && (
          <nav class="roll-ups" aria-labelledby="roll-ups">
            <h2 id="roll-ups">{say('rollUpTitle')}</h2>
            <ul class="entries">
              {all.map(({ committeeId, name, results }) => (
                <li key={committeeId}>
                  <p>
                    <a href={hashTo('roll-up', committeeId)}>
                      {say('rollUpLink', { committee: name, count: results })}
                    </a>
                  </p>
                </li>
              ))}
            </ul>
          </nav>
        )
      }
    </Loaded>
  );
}
