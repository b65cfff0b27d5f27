import { TextArea } from '../shared/fields.tsx';
import { useHalfTermSpeech } from './speech.ts';
import type { WrittenReview } from './written-review.ts';

type Weaknesses = WrittenReview['weaknesses'];

interface Props {
  readonly weaknesses: Weaknesses;
  onInput(weaknesses: Weaknesses): void;
}

/** Each weakness with its causes and remedies, so that no remedy stands without what it answers. */
export function WeaknessFields({ weaknesses, onInput }: Props) {
  const { say } = useHalfTermSpeech();
  const put = (id: string, part: Partial<Weaknesses[number]>) =>
    onInput(weaknesses.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const next = 1 + Math.max(0, ...weaknesses.map(({ id }) => Number(/^w(\d+)$/u.exec(id)?.[1] ?? 0)));
  return (
    <>
      {weaknesses.map(({ id, text, causes, remedies }, index) => (
        <fieldset key={id} class="field part">
          <legend>{say('weaknessNumber', { number: index + 1 })}</legend>
          <TextArea
            label={say('weakness')}
            value={text}
            rows={3}
            required
            onInput={(value) => put(id, { text: value })}
          />
          <TextArea
            {...{ label: say('causes'), hint: say('onePerLine'), value: causes, rows: 3 }}
            onInput={(value) => put(id, { causes: value })}
          />
          <TextArea
            {...{ label: say('remedies'), hint: say('onePerLine'), value: remedies, rows: 3 }}
            onInput={(value) => put(id, { remedies: value })}
          />
          <button type="button" onClick={() => onInput(weaknesses.filter((one) => one.id !== id))}>
            {say('removeWeakness', { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          onClick={() => onInput([...weaknesses, { id: `w${next}`, text: '', causes: '', remedies: '' }])}
        >
          {say('addWeakness')}
        </button>
      </p>
    </>
  );
}
