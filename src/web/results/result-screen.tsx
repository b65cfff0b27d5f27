import { call } from '../../client/api.ts';
import { listEarlierResults, type ResultView, readResult } from '../../contract/results/results.ts';
import { sessionId } from '../../domain/session/session.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { LockedLater } from '../shared/locked/locked-later.tsx';
import { RevealingTotals } from '../shared/show/revealing-totals.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { Downloads } from './downloads.tsx';
import { EarlierResults } from './earlier-results.tsx';
import { LevelPatterns } from './level-bar.tsx';
import { ResultHead } from './result-head.tsx';
import { ResultTable } from './result-table.tsx';
import { sentences } from './sentences.ts';
import { VerifyHere } from './verify-here.tsx';

/** One result: who may not read it is told so in the words of the refusal. */
export function ResultScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  // An address that names no session is asked about all the same: the answer is the usual one.
  const params = { sessionId: sessionId.safeParse(id).data ?? sessionId.parse('1'.repeat(14)) };
  const result = useLoad(() => call(connection, readResult, { params }), [id]);
  return (
    <>
      <p class="no-print">
        <a href={hashTo()}>{t('toList')}</a>
      </p>
      {result.state !== 'ready' && <ScreenTitle>{t('resultTitle')}</ScreenTitle>}
      {result.state === 'failed' && result.failure.refusal === 'not-found' ? (
        <p class="empty">{t('notReadable')}</p>
      ) : (
        <Loaded of={result}>{(view) => <Result view={view} />}</Loaded>
      )}
    </>
  );
}

function Result({ view }: { readonly view: ResultView }) {
  const connection = useConnection();
  const params = { sessionId: view.sessionId };
  const earlier = useLoad(() => call(connection, listEarlierResults, { params }), [view.sessionId]);
  return (
    <>
      <ScreenTitle>
        {view.title}: {view.committeeName}
      </ScreenTitle>
      <LevelPatterns levels={view.levels.length} />
      <ResultHead view={view} />
      <RevealingTotals result={view} />
      <ResultTable view={view} />
      <Loaded of={earlier}>
        {({ results, locked }) => (
          <>
            <LockedLater locked={locked} />
            <EarlierResults view={view} earlier={results} />
          </>
        )}
      </Loaded>
      <Downloads view={view} />
      <VerifyHere view={view} />
    </>
  );
}
