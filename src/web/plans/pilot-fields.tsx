import { useState } from 'preact/hooks';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { DateField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { ChosenList } from './chosen-list.tsx';
import { CommitteeFinder } from './committee-finder.tsx';
import { committeeText } from './committee-text.ts';
import type { CommitteeChoice, WrittenProvisions } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly pilots: WrittenProvisions['pilots'];
  onInput(pilots: WrittenProvisions['pilots']): void;
}

/** Committees that go first, each with a day of its own or that of its rank. */
export function PilotFields({ committeeId, pilots, onInput }: Props) {
  const translation = useTranslation(sentences);
  const { t, language } = translation;
  const [chosen, setChosen] = useState<CommitteeChoice>();
  const [by, setBy] = useState('');
  const add = () => {
    if (chosen === undefined) return;
    onInput([...pilots.filter((one) => one.committeeId !== chosen.committeeId), { ...chosen, by }]);
    setChosen(undefined);
    setBy('');
  };
  return (
    <fieldset class="field part">
      <legend>{t('pilotsTitle')}</legend>
      <ChosenList
        lines={pilots.map(
          (pilot) =>
            `${committeeText(translation, pilot)} · ${pilot.by === '' ? t('asItsRank') : showDate(language, pilot.by)}`,
        )}
        remove={(index) => onInput(pilots.filter((_, at) => at !== index))}
      />
      <CommitteeFinder issuerId={committeeId} chosen={chosen} onChoose={setChosen} />
      <DateField label={t('pilotBy')} value={by} onInput={setBy} />
      <p>
        <button type="button" disabled={chosen === undefined} onClick={add}>
          {t('addPilot')}
        </button>
      </p>
    </fieldset>
  );
}
