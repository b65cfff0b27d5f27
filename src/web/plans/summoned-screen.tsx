import { call } from '../../client/api.ts';
import { listSummoned } from '../../contract/session/summoned.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { DelegateImports } from './delegate-imports.tsx';
import { EnterDelegates } from './enter-delegates.tsx';
import { sentences } from './sentences.ts';
import { SummonedTerm } from './summoned-term.tsx';

/** Who is summoned, term by term. */
export function SummonedScreen({ committeeId }: { readonly committeeId: CommitteeId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const writes = useReader().serves(committeeId, 'chair', 'office');
  const lists = useLoad(() => call(connection, listSummoned, { params: { committeeId } }), [committeeId]);
  const reload = () => void lists.reload();
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allPlans')}</a>
      </p>
      <ScreenTitle>{t('summonedTitle')}</ScreenTitle>
      <p>{t('summonedExplained')}</p>
      <Loaded of={lists}>
        {(known) => (
          <>
            {known.length === 0 && <p class="empty">{t('noSummoned')}</p>}
            {known.map((list) => (
              <SummonedTerm key={list.term} committeeId={committeeId} list={list} writes={writes} reload={reload} />
            ))}
          </>
        )}
      </Loaded>
      {writes && <EnterDelegates committeeId={committeeId} reload={reload} />}
      {writes && lists.state === 'ready' && (
        <DelegateImports committeeId={committeeId} lists={lists.value} reload={reload} />
      )}
    </>
  );
}
