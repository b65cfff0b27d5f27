import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { mergeCommittees } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { DateField, RadioGroup } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { type Chosen, CommitteeFinder } from './committee-finder.tsx';
import { DescribeFields, described } from './describe-fields.tsx';
import { sentences } from './sentences.ts';

/** Merges committees into one that stands or into a new one, from a day on. */
export function MergeScreen() {
  const { say, language } = useTranslation(sentences);
  const connection = useConnection();
  const [merged, setMerged] = useState<readonly Chosen[]>([]);
  const [isNew, setNew] = useState(false);
  const [into, setInto] = useState<Chosen | null>(null);
  const [superior, setSuperior] = useState<Chosen | null>(null);
  const [description, setDescription] = useState({ name: '', rank: '', sector: '', code: '' });
  const [on, setOn] = useState('');
  const [seats, setSeats] = useState<'end' | 'move'>('move');
  const action = useAction(async () => {
    const target = isNew
      ? { ...described(description), superiorId: superior?.id ?? null }
      : { id: into?.id ?? merged[0]?.id ?? ('' as Chosen['id']) };
    const body = { committeeIds: merged.map(({ id }) => id), into: target, on, seats };
    const reply = await call(connection, mergeCommittees, { body });
    if (reply.ok) window.location.hash = hashTo(reply.value.id);
    return reply;
  });
  const isWhole = isNew
    ? description.name.trim() !== '' && description.rank !== '' && description.sector.trim() !== ''
    : into !== null;
  const name = isNew ? description.name : (into?.name ?? '');
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{say('toTree')}</a>
      </p>
      <ScreenTitle>{say('merge')}</ScreenTitle>
      <p>{say('mergeHint')}</p>
      <section>
        <h2>{say('whichMerge')}</h2>
        <Merged chosen={merged} onChange={setMerged} />
      </section>
      <section>
        <h2>{say('intoWhich')}</h2>
        <RadioGroup
          legend={say('intoWhich')}
          value={isNew ? 'new' : 'known'}
          onInput={(value) => setNew(value === 'new')}
          options={[
            { value: 'known', label: say('intoKnown') },
            { value: 'new', label: say('intoNew') },
          ]}
        />
        {isNew ? (
          <>
            <DescribeFields value={description} onInput={setDescription} />
            <CommitteeFinder
              label={say('superior')}
              none={say('noSuperior')}
              chosen={superior}
              onChoose={setSuperior}
            />
          </>
        ) : (
          <CommitteeFinder label={say('successor')} chosen={into} onChoose={setInto} />
        )}
      </section>
      <section>
        <h2>{say('whenAndSeats')}</h2>
        <DateField label={say('effectiveOn')} hint={say('effectiveOnHint')} required value={on} onInput={setOn} />
        <RadioGroup
          legend={say('seatsOfMerged')}
          value={seats}
          onInput={(value) => setSeats(value as 'end' | 'move')}
          options={[
            { value: 'move', label: say('seatsMove'), hint: say('seatsMoveHint') },
            { value: 'end', label: say('seatsEnd'), hint: say('seatsEndHint') },
          ]}
        />
        <FailureNote failure={action.failure} />
        <ConfirmButton
          main
          label={say('merge')}
          sentence={say('mergeSentence', {
            names: merged.map((one) => one.name).join(', '),
            successor: name,
            date: on === '' ? '' : showDate(language, on),
          })}
          yes={say('merge')}
          disabled={merged.length === 0 || !isWhole || on === ''}
          busy={action.busy}
          onConfirm={() => void action.run()}
        />
      </section>
    </>
  );
}

interface MergedProps {
  readonly chosen: readonly Chosen[];
  onChange(chosen: readonly Chosen[]): void;
}

function Merged({ chosen, onChange }: MergedProps) {
  const { say } = useTranslation(sentences);
  const add = (one: Chosen | null) => {
    if (one !== null && chosen.every(({ id }) => id !== one.id)) onChange([...chosen, one]);
  };
  return (
    <>
      <ul class="entries" aria-label={say('whichMerge')}>
        {chosen.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <button
              type="button"
              class="tool"
              aria-label={say('takeOut', { name: one.name })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <CommitteeFinder label={say('addToMerger')} none={say('chooseCommittee')} chosen={null} onChoose={add} />
    </>
  );
}
