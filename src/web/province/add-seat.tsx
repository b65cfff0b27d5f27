import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import { addSeat, searchPeople, searchPeopleBelow } from '../../contract/committee/seats.ts';
import { choiceLabels } from '../../domain/roster/choice-labels.ts';
import { birthYears, type PersonId } from '../../domain/roster/person.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { DateField, NumberField, RadioGroup, TextField } from '../shared/forms/fields.tsx';
import { Finder } from '../shared/forms/finder.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useArrival } from '../shared/forms/use-arrival.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { thisYear } from '../shared/show/today.ts';
import { Panel } from './panel.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committee: CommitteeView;
  onDone(): void;
  onCancel(): void;
}

/** Gives a seat to somebody who is known, or to somebody new. */
export function AddSeat({ committee, onDone, onCancel }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [isNew, setNew] = useState(false);
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [fullName, setFullName] = useState('');
  const [code, setCode] = useState('');
  const [birthYear, setBirthYear] = useState<number>();
  const [position, setPosition] = useState('');
  const [order, setOrder] = useState<number>();
  const [from, setFrom] = useState('');
  const id = useNewId();
  const action = useAction(async () => {
    const newcomer = { name: fullName, code: code.trim() === '' ? null : code, birthYear: birthYear ?? null };
    const who = isNew || person === null ? newcomer : { personId: person.id };
    const body = { who, position, order: order ?? null, from: from === '' ? null : from };
    const params = { committeeId: committee.id };
    const reply = await call(connection, addSeat, { params, body: { id: id.of(body), ...body } });
    if (reply.ok) onDone();
    return reply;
  });
  const heading = useArrival<HTMLHeadingElement>();
  return (
    <Panel action={action} content={[fullName, code, birthYear, person?.id, position, order, from]} onCancel={onCancel}>
      <h3 ref={heading} tabIndex={-1}>
        {t('addSeat')}
      </h3>
      <RadioGroup
        legend={t('whoIsIt')}
        value={isNew ? 'new' : 'known'}
        onInput={(value) => setNew(value === 'new')}
        options={[
          { value: 'known', label: t('knownPerson'), hint: t('knownPersonHint') },
          { value: 'new', label: t('newPerson') },
        ]}
      />
      {isNew ? (
        <>
          <TextField label={t('fullName')} required value={fullName} onInput={setFullName} maxLength={100} />
          <TextField label={t('personCode')} hint={t('personCodeHint')} value={code} onInput={setCode} maxLength={40} />
          <NumberField
            label={t('birthYear')}
            hint={t('birthYearHint')}
            minimum={birthYears.first}
            maximum={thisYear()}
            value={birthYear}
            onInput={setBirthYear}
          />
        </>
      ) : (
        <PersonFinder committee={committee} chosen={person} onChoose={setPerson} />
      )}
      <TextField label={t('position')} required value={position} onInput={setPosition} maxLength={200} />
      <DateField label={t('firstDay')} required value={from} onInput={setFrom} />
      <NumberField label={t('order')} hint={t('orderHint')} minimum={1} value={order} onInput={setOrder} />
    </Panel>
  );
}

interface FoundPerson {
  readonly id: PersonId;
  readonly name: string;
}

interface FinderProps {
  readonly committee: CommitteeView;
  readonly chosen: FoundPerson | null;
  onChoose(person: FoundPerson | null): void;
}

/** An administrator finds anybody; an office those who sit or sat in its committee or below it. */
function PersonFinder({ committee, chosen, onChoose }: FinderProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { administrator } = useAccount();
  const ask = async (search: string): Promise<Answer<readonly FoundPerson[]>> => {
    const query = { search, limit: 30 };
    const found = administrator
      ? await call(connection, searchPeople, { query })
      : await call(connection, searchPeopleBelow, { params: { committeeId: committee.id }, query });
    if (!found.ok) return found;
    const { rows } = found.value;
    const labels = choiceLabels(
      rows.map(({ name, birthYear, seats }) => ({ name, birthYear, position: seats[0]?.position ?? '' })),
    );
    const named = rows.map(({ id, seats }, index) => ({
      id,
      name: [labels[index], seats[0]?.committeeName, seats[0]?.superiorName].filter(Boolean).join(' · '),
    }));
    return { ok: true, value: named };
  };
  return (
    <Finder
      searchLabel={t('searchPeople')}
      searchHint={t('searchPeopleHint')}
      label={t('chosenPerson')}
      none={t('choosePerson')}
      required
      chosen={chosen}
      ask={ask}
      onChoose={onChoose}
    />
  );
}
