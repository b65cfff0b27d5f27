import { useState } from 'preact/hooks';
import type { SeatView } from '../../contract/committee/committees.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { SelectField, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { ChosenList } from './chosen-list.tsx';
import { memberLabel } from './member-label.ts';
import type { WrittenProvisions } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly members: readonly SeatView[];
  readonly steering: WrittenProvisions['steering'];
  onInput(steering: WrittenProvisions['steering']): void;
}

/** The steering committee of the round, from the issuer's members. */
export function SteeringFields({ members, steering, onInput }: Props) {
  const { t } = useTranslation(sentences);
  const [chosen, setChosen] = useState('');
  const [role, setRole] = useState('');
  const member = members.find(({ personId }) => personId === chosen);
  const add = () => {
    if (member === undefined) return;
    const others = steering.filter(({ personId }) => personId !== member.personId);
    onInput([
      ...others,
      { personId: member.personId, name: member.name, birthYear: member.birthYear, role: role.trim() },
    ]);
    setChosen('');
    setRole('');
  };
  return (
    <fieldset class="field part">
      <legend>{t('steeringTitle')}</legend>
      <ChosenList
        lines={steering.map((one) => `${nameWithYear(one)} · ${one.role}`)}
        remove={(index) => onInput(steering.filter((_, at) => at !== index))}
      />
      <SelectField
        label={t('steeringMember')}
        value={chosen}
        onInput={setChosen}
        options={[
          { value: '', label: t('choosePerson') },
          ...members.map((one) => ({ value: one.personId, label: memberLabel(one) })),
        ]}
        plain
      />
      <TextField label={t('role')} hint={t('roleHint')} value={role} onInput={setRole} maxLength={200} plain />
      <p>
        <button type="button" disabled={member === undefined || role.trim() === ''} onClick={add}>
          {t('addSteering')}
        </button>
      </p>
    </fieldset>
  );
}
