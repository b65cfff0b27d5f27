import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type RollUpView, readRollUp } from '../../contract/results/roll-up.ts';
import { type CommitteeId, committeeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useAnswered } from '../shared/fetch/use-answered.ts';
import { joined, useMore } from '../shared/fetch/use-parts.ts';
import type { Action } from '../shared/forms/use-action.ts';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { LockedLater } from '../shared/locked/locked-later.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { RollUpExport } from './roll-up-export.tsx';
import { allOfThem, queryOf, RollUpFilterFields } from './roll-up-filter.tsx';
import { RollUpPeople } from './roll-up-people.tsx';
import { RollUpResults } from './roll-up-results.tsx';
import { RollUpSums } from './roll-up-sums.tsx';
import { sentences } from './sentences.ts';

/** What was published to a committee from directly below, together. */
export function RollUpScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  // An address that names no committee is asked about all the same: the answer is the usual one.
  const known = committeeId.safeParse(id).data ?? committeeId.parse('00000000-0000-4000-8000-000000000000');
  const [filter, setFilter] = useState(allOfThem);
  const query = queryOf(filter);
  const read = (asked: { committeeId: CommitteeId; query: typeof query }, behind: Behind = {}) =>
    call(connection, readRollUp, { params: { committeeId: asked.committeeId }, query: { ...asked.query, ...behind } });
  const standing = useAnswered({ committeeId: known, query }, (asked) => read(asked));
  const moreResults = useMore(standing, async (asked, before) => {
    const reply = await read(asked, { after: before.results.next ?? undefined });
    return reply.ok ? { ok: true, value: { ...before, results: joined(before.results, reply.value.results) } } : reply;
  });
  const morePeople = useMore(standing, async (asked, before) => {
    const reply = await read(asked, { peopleAfter: before.people.next ?? undefined });
    return reply.ok ? { ok: true, value: { ...before, people: joined(before.people, reply.value.people) } } : reply;
  });
  const { loaded, shown } = standing;
  const view = shown?.value;
  // Votes of confidence and ratings are never shown together: the newest result says with which to begin.
  const [kind] = view !== undefined && view.choices.kinds.length > 1 ? view.choices.kinds : [];
  useEffect(() => {
    if (kind !== undefined && filter.kind === '') setFilter({ ...filter, kind });
  }, [kind, filter]);
  return (
    <>
      <p class="no-print">
        <a href={hashTo()}>{t('toList')}</a>
      </p>
      <ScreenTitle>
        {view === undefined ? t('rollUpTitle') : t('rollUpOf', { committee: view.committeeName })}
      </ScreenTitle>
      {loaded.state === 'failed' && loaded.failure.refusal === 'not-found' ? (
        <p class="empty">{t('rollUpNotReadable')}</p>
      ) : shown === undefined ? (
        <Loaded of={loaded}>{() => null}</Loaded>
      ) : (
        <>
          {loaded.state === 'failed' && <FailureNote failure={loaded.failure} retry={() => void loaded.reload()} />}
          <RollUp
            id={known}
            view={shown.value}
            filter={filter}
            isBusy={standing.isBusy || loaded.state !== 'ready'}
            moreResults={moreResults}
            morePeople={morePeople}
            onFilter={setFilter}
          />
        </>
      )}
    </>
  );
}

/** Behind which result, and behind whom, the parts begin. */
interface Behind {
  readonly after?: string | undefined;
  readonly peopleAfter?: string | undefined;
}

interface RollUpProps {
  readonly id: CommitteeId;
  readonly view: RollUpView;
  readonly filter: typeof allOfThem;
  readonly isBusy: boolean;
  readonly moreResults: Action<readonly [], RollUpView>;
  readonly morePeople: Action<readonly [], RollUpView>;
  onFilter(filter: typeof allOfThem): void;
}

function RollUp({ id, view, filter, isBusy, moreResults, morePeople, onFilter }: RollUpProps) {
  const { t } = useTranslation(sentences);
  const ranks = useRanks();
  const { choices, results, people } = view;
  const lockedNote = <LockedLater locked={view.locked} />;
  if (choices.forms.length === 0) {
    return (
      <>
        {lockedNote}
        <p class="empty">{t('rollUpEmpty')}</p>
      </>
    );
  }
  return (
    <>
      {lockedNote}
      <p>{t('rollUpPurpose')}</p>
      <RollUpFilterFields choices={choices} ranks={ranks} filter={filter} onInput={onFilter} />
      <RollUpExport committeeId={id} query={queryOf(filter)} />
      <p role="status" class="empty" hidden={results.total > 0}>
        {results.total === 0 && t('rollUpNothingFits')}
      </p>
      {results.total > 0 && (
        <>
          <RollUpSums view={view} ranks={ranks} />
          <RollUpResults ranks={ranks} results={results} isBusy={isBusy} more={moreResults} />
          <RollUpPeople
            people={people}
            committeeId={id}
            search={filter.search}
            onSearch={(search) => onFilter({ ...filter, search })}
            isBusy={isBusy}
            more={morePeople}
          />
        </>
      )}
    </>
  );
}
