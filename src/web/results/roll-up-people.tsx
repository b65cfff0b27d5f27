import { useState } from 'preact/hooks';
import type { RollUpPerson, RollUpSession } from '../../contract/roll-up.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { fitsSearch, searchKey, searchWords } from '../../domain/search-key.ts';
import { TextField } from '../shared/fields.tsx';
import { hashTo } from '../shared/hash.ts';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { ReachedTier } from './reached-tier.tsx';
import { sentences } from './sentences.ts';
import { Counts } from './vote-line.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  readonly sessions: readonly RollUpSession[];
  readonly people: readonly RollUpPerson[];
}

/** A province's subordinates have thousands of people: a page of them at a time. */
const step = 100;

/** A row for each person with their latest result of those that fit. */
export function RollUpPeople({ committeeId, sessions, people }: Props) {
  const { say } = useSpeech(sentences);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(step);
  const words = searchWords(search);
  const found = people.filter(({ name }) => fitsSearch(searchKey(name), words));
  const shown = found.slice(0, limit);
  const byId = new Map(sessions.map((one) => [one.sessionId, one]));
  return (
    <section>
      <h2>{say('byPersonTitle')}</h2>
      <p>{say('byPersonPurpose')}</p>
      <div class="no-print sort">
        <TextField label={say('findPerson')} type="search" value={search} onInput={setSearch} maxLength={100} />
      </div>
      <p role="status">{say('peopleShown', { shown: shown.length, total: found.length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus */}
      <section class="table-box" tabIndex={0} aria-label={say('byPersonTitle')}>
        <table class="table results-table roll-up-table">
          <thead>
            <tr>
              <th scope="col">{say('person')}</th>
              <th scope="col">{say('committee')}</th>
              <th scope="col">{say('latest')}</th>
              <th scope="col">{say('tier')}</th>
              <th scope="col" class="number">
                {say('results')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <PersonRow key={person.personId} committeeId={committeeId} byId={byId} person={person} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < found.length && (
        <p class="no-print">
          <button type="button" onClick={() => setLimit(limit + step)}>
            {say('showMore')}
          </button>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly committeeId: CommitteeId;
  readonly byId: ReadonlyMap<string, RollUpSession>;
  readonly person: RollUpPerson;
}

function PersonRow({ committeeId, byId, person: { personId, name, results } }: RowProps) {
  const { say, language } = useSpeech(sentences);
  // An annulled result is somebody's latest only where they have no other.
  const latest = results.find((one) => byId.get(one.sessionId)?.annulled === false) ?? results[0];
  const session = latest && byId.get(latest.sessionId);
  if (latest === undefined || session === undefined) return null;
  return (
    <tr>
      <th scope="row">
        <a href={hashTo('roll-up', committeeId, personId)}>{name}</a>
        <span class="position">{latest.position}</span>
      </th>
      <td>
        {session.committee}
        <span class="position">
          {showDate(language, session.heldOn)}
          {session.annulled && ` ${say('earlierAnnulled')}`}
        </span>
      </td>
      <td>
        <Counts vote={session} figures={latest} />
      </td>
      <td>
        <ReachedTier session={session} tier={latest.tier} />
      </td>
      <td class="number">{results.length}</td>
    </tr>
  );
}
