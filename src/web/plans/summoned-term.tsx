import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type SummonedListView, strikeSummoned } from '../../contract/session/summoned.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { choiceLabelsById } from '../../domain/roster/choice-labels.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { DateField, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { CadreForm } from './cadre-form.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly list: SummonedListView;
  readonly writes: boolean;
  reload(): void;
}

type Person = SummonedListView['people'][number];

/** One term's list, with striking out and adding. */
export function SummonedTerm({ committeeId, list, writes, reload }: Props) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const [striking, setStriking] = useState<Person>();
  const takeBack = useAction((summonedId: string) =>
    call(connection, strikeSummoned, {
      params: { committeeId, summonedId },
      query: { term: list.term },
      body: { struck: null },
    }),
  );
  const voting = list.people.filter(({ votes, struck }) => votes && struck === null).length;
  const struck = list.people.filter((one) => one.struck !== null).length;
  const labels = choiceLabelsById(list.people);
  return (
    <section>
      <h2>{list.term}</h2>
      <p>
        {say('summonedCount', { total: list.people.length, voting })}
        {struck > 0 && `, ${say('struckCount', { count: struck })}`}
      </p>
      <TableBox name={say('summonedTitle')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('fullName')}</th>
              <th scope="col">{say('position')}</th>
              <th scope="col">{say('standing')}</th>
              {writes && <th scope="col">{say('action')}</th>}
            </tr>
          </thead>
          <tbody>
            {list.people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.struck === null ? nameWithYear(person) : <s>{nameWithYear(person)}</s>}</th>
                <td>{person.position}</td>
                <td>
                  <Standing person={person} />
                </td>
                {writes && (
                  <td>
                    {person.struck === null ? (
                      <button
                        type="button"
                        aria-label={say('strikeOf', { name: labels.get(person.id) ?? '' })}
                        onClick={() => setStriking(person)}
                      >
                        {say('strike')}
                      </button>
                    ) : (
                      <button
                        type="button"
                        aria-label={say('takeBackOf', { name: labels.get(person.id) ?? '' })}
                        disabled={takeBack.busy}
                        onClick={async () => {
                          if ((await takeBack.run(person.id))?.ok) reload();
                        }}
                      >
                        {say('takeBack')}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <FailureNote failure={takeBack.failure} />
      {striking && (
        <StrikeForm
          key={striking.id}
          committeeId={committeeId}
          term={list.term}
          person={striking}
          done={() => {
            setStriking(undefined);
            reload();
          }}
        />
      )}
      {writes && <CadreForm committeeId={committeeId} term={list.term} reload={reload} />}
    </section>
  );
}

function Standing({ person }: { readonly person: Person }) {
  const { say, language } = useTranslation(sentences);
  const { struck } = person;
  return (
    <>
      {say(person.standing === 'delegate' ? 'delegate' : 'keyCadre')}
      {!person.votes && <> · {say('withoutVote')}</>}
      {struck && (
        <>
          <br />
          <strong>{say('struckOn', { date: showDate(language, struck.on), reason: struck.reason })}</strong>
        </>
      )}
    </>
  );
}

interface StrikeProps {
  readonly committeeId: CommitteeId;
  readonly term: string;
  readonly person: Person;
  done(): void;
}

function StrikeForm({ committeeId, term, person, done }: StrikeProps) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const [reason, setReason] = useState('');
  const [on, setOn] = useState('');
  const action = useAction(() =>
    call(connection, strikeSummoned, {
      params: { committeeId, summonedId: person.id },
      query: { term },
      body: { struck: { reason, on } },
    }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    if ((await action.run())?.ok) done();
  };
  return (
    <form class="note note-strong" onSubmit={(event) => void submit(event)}>
      <h3>{say('strikeOf', { name: nameWithYear(person) })}</h3>
      <p>{say('strikeHint')}</p>
      <TextField label={say('strikeReason')} value={reason} onInput={setReason} maxLength={300} required />
      <DateField label={say('strikeFrom')} value={on} onInput={setOn} required />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {say('strike')}
        </button>
      </p>
    </form>
  );
}
