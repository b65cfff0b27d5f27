import { call } from '../../client/api.ts';
import { listResults } from '../../contract/results/result-list.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

/** The page of results has them all. */
const newest = 5;

/** The newest results that I may read. */
export function MyResults({ accountId }: { readonly accountId: string }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const results = useLoad(() => call(connection, listResults, { query: { limit: newest } }), [accountId]);
  return (
    <section>
      <h2>{t('resultsTitle')}</h2>
      <Loaded of={results}>
        {({ total, rows }) => (
          <>
            {total === 0 && <p class="empty">{t('noResults')}</p>}
            <ul class="entries">
              {rows.map(({ sessionId, committeeName, title, heldOn }) => (
                <li key={sessionId}>
                  <p>
                    <a href={`/results${hashTo(sessionId)}`}>
                      {committeeName}: {title}
                    </a>
                    <br />
                    {showDate(language, heldOn)}
                  </p>
                </li>
              ))}
            </ul>
            {total > rows.length && (
              <p>
                <a href="/results">{t('allResults', { total })}</a>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
