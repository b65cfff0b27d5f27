import type { ReviewView } from '../../contract/half-term/half-term.ts';
import { isUnusualLength } from '../../domain/half-term/conference-length.ts';
import { NumberField, TextArea, TextField } from '../shared/forms/fields.tsx';
import { LengthNote, useLengthText } from './length-note.tsx';
import { useHalfTermTranslation } from './translation.ts';
import { daysIn, type WrittenReview } from './written-review.ts';

interface Props {
  readonly written: WrittenReview;
  readonly length: ReviewView['conferenceLength'];
  onInput(part: Partial<WrittenReview>): void;
}

const parts = [
  { part: 'halfTerm', title: 'halfTermPart' },
  { part: 'yearEnd', title: 'yearEndPart' },
] as const;

/** Length, agenda, and the attendance of each of its two parts. */
export function ConferenceFields({ written, length, onInput }: Props) {
  const { t } = useHalfTermTranslation();
  const days = daysIn(written.days);
  return (
    <>
      <TextField
        label={t('days')}
        hint={useLengthText(length)}
        value={written.days}
        maxLength={10}
        error={days === undefined ? t('noDays') : undefined}
        onInput={(typed) => onInput({ days: typed })}
      />
      {isUnusualLength(days ?? null, length) && <LengthNote length={length} />}
      <TextArea
        label={t('agenda')}
        hint={t('agendaHint')}
        value={written.agenda}
        rows={8}
        onInput={(agenda) => onInput({ agenda })}
      />
      {parts.map(({ part, title }) => (
        <fieldset key={part} class="field part">
          <legend>{t(title)}</legend>
          <NumberField
            label={t('summoned')}
            value={written[part].summoned}
            minimum={0}
            onInput={(summoned) => onInput({ [part]: { ...written[part], summoned } })}
          />
          <NumberField
            label={t('present')}
            value={written[part].present}
            minimum={0}
            onInput={(present) => onInput({ [part]: { ...written[part], present } })}
          />
        </fieldset>
      ))}
    </>
  );
}
