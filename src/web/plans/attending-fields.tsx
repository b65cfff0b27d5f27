import { useState } from 'preact/hooks';
import type { SeatView } from '../../contract/committee/committees.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { SelectField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { ChosenList } from './chosen-list.tsx';
import { CommitteeFinder } from './committee-finder.tsx';
import { committeeText } from './committee-text.ts';
import { memberLabel } from './member-label.ts';
import type { CommitteeChoice, WrittenProvisions } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly members: readonly SeatView[];
  readonly attending: WrittenProvisions['attending'];
  onInput(attending: WrittenProvisions['attending']): void;
}

/** Which member of the issuer attends which subordinate conference. */
export function AttendingFields({ committeeId, members, attending, onInput }: Props) {
  const translation = useTranslation(sentences);
  const { t } = translation;
  const [chosen, setChosen] = useState<CommitteeChoice>();
  const [person, setPerson] = useState('');
  const member = members.find(({ personId }) => personId === person);
  const add = () => {
    if (chosen === undefined || member === undefined) return;
    const others = attending.filter(
      (one) => one.committeeId !== chosen.committeeId || one.personId !== member.personId,
    );
    onInput([...others, { ...chosen, personId: member.personId, name: member.name, birthYear: member.birthYear }]);
    setChosen(undefined);
  };
  return (
    <fieldset class="field part">
      <legend>{t('attendingTitle')}</legend>
      <ChosenList
        lines={attending.map((one) => `${committeeText(translation, one)} · ${nameWithYear(one)}`)}
        remove={(index) => onInput(attending.filter((_, at) => at !== index))}
      />
      <CommitteeFinder issuerId={committeeId} chosen={chosen} onChoose={setChosen} />
      <SelectField
        label={t('attendingMember')}
        value={person}
        onInput={setPerson}
        options={[
          { value: '', label: t('choosePerson') },
          ...members.map((one) => ({ value: one.personId, label: memberLabel(one) })),
        ]}
        plain
      />
      <p>
        <button type="button" disabled={chosen === undefined || member === undefined} onClick={add}>
          {t('addAttending')}
        </button>
      </p>
    </fieldset>
  );
}
