import { call } from '../../client/api.ts';
import { listRollUps } from '../../contract/results/roll-up.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** The way to what was published from below, for those who sit in a committee to which something was. */
export function RollUpLinks() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const rollUps = useLoad(() => call(connection, listRollUps), [id]);
  return (
    <Loaded of={rollUps}>
      {(all) =>
        all.length > 0 && (
          <nav class="roll-ups" aria-labelledby="roll-ups">
            <h2 id="roll-ups">{t('rollUpTitle')}</h2>
            <ul class="entries">
              {all.map(({ committeeId, name, results }) => (
                <li key={committeeId}>
                  <p>
                    <a href={hashTo('roll-up', committeeId)}>{t('rollUpLink', { committee: name, count: results })}</a>
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
