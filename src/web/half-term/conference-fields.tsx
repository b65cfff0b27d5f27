import type { ReviewView } from '../../contract/half-term.ts';
import { NumberField, TextArea, TextField } from '../shared/fields.tsx';
import { useHalfTermSpeech } from './speech.ts';
import type { WrittenReview } from './written-review.ts';

interface Props {
  readonly written: WrittenReview;
  readonly view: ReviewView | null;
  onInput(part: Partial<WrittenReview>): void;
}

const parts = [
  { part: 'halfTerm', title: 'halfTermPart' },
  { part: 'yearEnd', title: 'yearEndPart' },
] as const;

/** Length, agenda, and the attendance of each of its two parts. */
export function ConferenceFields({ written, view, onInput }: Props) {
  const { say, language } = useHalfTermSpeech();
  const usual = view?.usualLength;
  const shown = (days: number) => days.toLocaleString(language);
  const hint = usual ? say('usualLength', { minimum: shown(usual.minimum), maximum: shown(usual.maximum) }) : undefined;
  return (
    <>
      <TextField {...{ label: say('days'), hint, value: written.days }} onInput={(days) => onInput({ days })} />
      {view?.unusualLength && <p class="note">{say('unusualLength')}</p>}
      <TextArea
        {...{ label: say('agenda'), hint: say('agendaHint'), value: written.agenda, rows: 8 }}
        onInput={(agenda) => onInput({ agenda })}
      />
      {parts.map(({ part, title }) => (
        <fieldset key={part} class="field part">
          <legend>{say(title)}</legend>
          <NumberField
            {...{ label: say('summoned'), value: written[part].summoned, minimum: 0 }}
            onInput={(summoned) => onInput({ [part]: { ...written[part], summoned } })}
          />
          <NumberField
            {...{ label: say('present'), value: written[part].present, minimum: 0 }}
            onInput={(present) => onInput({ [part]: { ...written[part], present } })}
          />
        </fieldset>
      ))}
    </>
  );
}
