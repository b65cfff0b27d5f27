import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { mergeCommittees } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { DateField, RadioGroup } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { type Chosen, CommitteeFinder } from './committee-finder.tsx';
import { DescribeFields, described } from './describe-fields.tsx';
import { sentences } from './sentences.ts';

/** Merges committees into one that stands or into a new one, from a day on. */
export function MergeScreen() {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const [merged, setMerged] = useState<readonly Chosen[]>([]);
  const [isNew, setNew] = useState(false);
  const [into, setInto] = useState<Chosen | null>(null);
  const [superior, setSuperior] = useState<Chosen | null>(null);
  const [description, setDescription] = useState({ name: '', rank: '', sector: '', code: '' });
  const [on, setOn] = useState('');
  const [seats, setSeats] = useState<'end' | 'move'>('move');
  const unsaved = useUnsaved([merged, into, superior, description, on]);
  const newId = useNewId();
  const action = useAction(async () => {
    const target = isNew
      ? {
          id: newId.of([merged, on, description, superior]),
          ...described(description),
          superiorId: superior?.id ?? null,
        }
      : { id: into?.id ?? merged[0]?.id ?? ('' as Chosen['id']) };
    const body = { committeeIds: merged.map(({ id }) => id), into: target, on, seats };
    const reply = await call(connection, mergeCommittees, { body });
    if (!reply.ok) return reply;
    unsaved.keep();
    window.location.hash = hashTo(reply.value.id);
    return reply;
  });
  const isWhole = isNew
    ? description.name.trim() !== '' && description.rank !== '' && description.sector.trim() !== ''
    : into !== null;
  const name = isNew ? description.name : (into?.name ?? '');
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <ScreenTitle>{t('merge')}</ScreenTitle>
      <p>{t('mergeHint')}</p>
      <section>
        <h2>{t('whichMerge')}</h2>
        <Merged chosen={merged} onChange={setMerged} />
      </section>
      <section>
        <h2>{t('intoWhich')}</h2>
        <RadioGroup
          legend={t('intoWhich')}
          value={isNew ? 'new' : 'known'}
          onInput={(value) => setNew(value === 'new')}
          options={[
            { value: 'known', label: t('intoKnown') },
            { value: 'new', label: t('intoNew') },
          ]}
        />
        {isNew ? (
          <>
            <DescribeFields value={description} onInput={setDescription} />
            <CommitteeFinder label={t('superior')} none={t('noSuperior')} chosen={superior} onChoose={setSuperior} />
          </>
        ) : (
          <CommitteeFinder label={t('successor')} chosen={into} onChoose={setInto} />
        )}
      </section>
      <section>
        <h2>{t('whenAndSeats')}</h2>
        <DateField label={t('effectiveOn')} hint={t('effectiveOnHint')} required value={on} onInput={setOn} />
        <RadioGroup
          legend={t('seatsOfMerged')}
          value={seats}
          onInput={(value) => setSeats(value as 'end' | 'move')}
          options={[
            { value: 'move', label: t('seatsMove'), hint: t('seatsMoveHint') },
            { value: 'end', label: t('seatsEnd'), hint: t('seatsEndHint') },
          ]}
        />
        <FailureNote failure={action.failure} />
        <ConfirmButton
          main
          label={t('merge')}
          sentence={t('mergeSentence', {
            names: merged.map((one) => one.name).join(', '),
            successor: name,
            date: on === '' ? '' : showDate(language, on),
          })}
          yes={t('merge')}
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
  const { t } = useTranslation(sentences);
  const add = (one: Chosen | null) => {
    if (one !== null && chosen.every(({ id }) => id !== one.id)) onChange([...chosen, one]);
  };
  return (
    <>
      <ul class="entries" aria-label={t('whichMerge')}>
        {chosen.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <button
              type="button"
              class="tool"
              aria-label={t('takeOut', { name: one.name })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== one.id))}
            >
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
      <CommitteeFinder label={t('addToMerger')} none={t('chooseCommittee')} chosen={null} onChoose={add} />
    </>
  );
}
