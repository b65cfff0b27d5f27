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
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
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
  const { t } = useTranslation(sentences);
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
        {t('summonedCount', { total: list.people.length, voting })}
        {struck > 0 && `, ${t('struckCount', { count: struck })}`}
      </p>
      <TableBox name={t('summonedTitle')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('fullName')}</th>
              <th scope="col">{t('position')}</th>
              <th scope="col">{t('standing')}</th>
              {writes && <th scope="col">{t('action')}</th>}
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
                        aria-label={t('strikeOf', { name: labels.get(person.id) ?? '' })}
                        onClick={() => setStriking(person)}
                      >
                        {t('strike')}
                      </button>
                    ) : (
                      <button
                        type="button"
                        aria-label={t('takeBackOf', { name: labels.get(person.id) ?? '' })}
                        disabled={takeBack.busy}
                        onClick={async () => {
                          if ((await takeBack.run(person.id))?.ok) reload();
                        }}
                      >
                        {t('takeBack')}
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
  const { t, language } = useTranslation(sentences);
  const { struck } = person;
  return (
    <>
      {t(person.standing === 'delegate' ? 'delegate' : 'keyCadre')}
      {!person.votes && <> · {t('withoutVote')}</>}
      {struck && (
        <>
          <br />
          <strong>{t('struckOn', { date: showDate(language, struck.on), reason: struck.reason })}</strong>
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
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [reason, setReason] = useState('');
  const [on, setOn] = useState('');
  useUnsaved([reason, on]);
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
      <h3>{t('strikeOf', { name: nameWithYear(person) })}</h3>
      <p>{t('strikeHint')}</p>
      <TextField label={t('strikeReason')} value={reason} onInput={setReason} maxLength={300} required />
      <DateField label={t('strikeFrom')} value={on} onInput={setOn} required />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('strike')}
        </button>
      </p>
    </form>
  );
}
