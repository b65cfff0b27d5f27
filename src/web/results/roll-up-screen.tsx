import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type RollUpView, readRollUp } from '../../contract/roll-up.ts';
import { type CommitteeId, committeeId } from '../../domain/committee.ts';
import { filterRollUp } from '../../domain/roll-up.ts';
import { useConnection } from '../shared/connection.ts';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useLoad } from '../shared/use-load.ts';
import { LevelPatterns } from './level-bar.tsx';
import { PersonResults } from './person-results.tsx';
import { RollUpExport } from './roll-up-export.tsx';
import { allOfThem, queryOf, RollUpFilterFields } from './roll-up-filter.tsx';
import { RollUpPeople } from './roll-up-people.tsx';
import { RollUpSessions } from './roll-up-sessions.tsx';
import { RollUpSums } from './roll-up-sums.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly id: string;
  /** Whose results alone are to be shown. */
  readonly person?: string | undefined;
}

/** What was published to a committee from directly below, together; fetched once, narrowed here. */
export function RollUpScreen({ id, person }: Props) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  // An address that names no committee is asked about all the same: the answer is the usual one.
  const known = committeeId.safeParse(id).data ?? committeeId.parse('00000000-0000-4000-8000-000000000000');
  const rollUp = useLoad(() => call(connection, readRollUp, { params: { committeeId: known }, query: {} }), [id]);
  const [filter, setFilter] = useState(allOfThem);
  return (
    <>
      <p class="no-print">
        <a href={person === undefined ? hashTo() : hashTo('roll-up', id)}>
          {say(person === undefined ? 'toList' : 'toRollUp')}
        </a>
      </p>
      {rollUp.state !== 'ready' && <ScreenTitle>{say('rollUpTitle')}</ScreenTitle>}
      {rollUp.state === 'failed' && rollUp.failure.refusal === 'not-found' ? (
        <p class="empty">{say('rollUpNotReadable')}</p>
      ) : (
        <Loaded of={rollUp}>
          {(view) => (
            <>
              <LevelPatterns levels={Math.max(0, ...view.sessions.map(({ levels }) => levels.length))} />
              {person === undefined ? (
                <RollUp id={known} view={view} filter={filter} onFilter={setFilter} />
              ) : (
                <PersonResults key={person} view={view} personId={person} />
              )}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

interface RollUpProps {
  readonly id: CommitteeId;
  readonly view: RollUpView;
  readonly filter: typeof allOfThem;
  onFilter(filter: typeof allOfThem): void;
}

function RollUp({ id, view, filter, onFilter }: RollUpProps) {
  const { say } = useSpeech(sentences);
  const query = queryOf(filter);
  const { sessions, people } = filterRollUp(view, query);
  return (
    <>
      <ScreenTitle>{say('rollUpOf', { committee: view.committee })}</ScreenTitle>
      <p>{say('rollUpPurpose')}</p>
      {view.sessions.length === 0 ? (
        <p class="empty">{say('rollUpEmpty')}</p>
      ) : (
        <>
          <RollUpFilterFields view={view} filter={filter} onInput={onFilter} />
          <RollUpExport committeeId={id} query={query} />
          <p role="status" class="empty" hidden={people.length > 0}>
            {people.length === 0 && say('rollUpNothingFits')}
          </p>
          {sessions.length > 0 && <RollUpSums sessions={sessions} />}
          {sessions.length > 0 && <RollUpSessions sessions={sessions} />}
          {people.length > 0 && <RollUpPeople committeeId={id} sessions={view.sessions} people={people} />}
        </>
      )}
    </>
  );
}
