import { TextArea } from '../shared/forms/fields.tsx';
import { useHalfTermTranslation } from './translation.ts';
import type { WrittenReview, WrittenText } from './written-review.ts';

type Weaknesses = WrittenReview['weaknesses'];

interface Props {
  readonly weaknesses: Weaknesses;
  onInput(weaknesses: Weaknesses): void;
}

/** Each weakness with its causes and remedies, so that no remedy stands without what it answers. */
export function WeaknessFields({ weaknesses, onInput }: Props) {
  const { t } = useHalfTermTranslation();
  const put = (id: string, part: Partial<Weaknesses[number]>) =>
    onInput(weaknesses.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const next = 1 + Math.max(0, ...weaknesses.map(({ id }) => Number(/^w(\d+)$/u.exec(id)?.[1] ?? 0)));
  return (
    <>
      {weaknesses.map(({ id, text, causes, remedies }, index) => (
        <fieldset key={id} class="field part">
          <legend>{t('weaknessNumber', { number: index + 1 })}</legend>
          <TextArea
            label={t('weakness')}
            value={text}
            rows={3}
            required
            onInput={(value) => put(id, { text: value })}
          />
          <Texts of="cause" number={index + 1} texts={causes} onInput={(value) => put(id, { causes: value })} />
          <Texts of="remedy" number={index + 1} texts={remedies} onInput={(value) => put(id, { remedies: value })} />
          <button type="button" onClick={() => onInput(weaknesses.filter((one) => one.id !== id))}>
            {t('removeWeakness', { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          onClick={() =>
            onInput([
              ...weaknesses,
              { id: `w${next}`, text: '', causes: [{ key: 0, text: '' }], remedies: [{ key: 0, text: '' }] },
            ])
          }
        >
          {t('addWeakness')}
        </button>
      </p>
    </>
  );
}

interface TextsProps {
  readonly of: 'cause' | 'remedy';
  /** Of the weakness. */
  readonly number: number;
  readonly texts: readonly WrittenText[];
  onInput(texts: readonly WrittenText[]): void;
}

const words = {
  cause: { field: 'causeOf', add: 'addCause', remove: 'removeCause' },
  remedy: { field: 'remedyOf', add: 'addRemedy', remove: 'removeRemedy' },
} as const;

/** Causes, or remedies: each a text of its own, of as many paragraphs as it takes. */
function Texts({ of, number, texts, onInput }: TextsProps) {
  const { t } = useHalfTermTranslation();
  const next = 1 + Math.max(-1, ...texts.map(({ key }) => key));
  return (
    <>
      {texts.map(({ key, text }, index) => {
        const place = { weakness: number, number: index + 1 };
        return (
          <div key={key} class="answer-field">
            <TextArea
              label={t(words[of].field, place)}
              value={text}
              rows={3}
              onInput={(value) => onInput(texts.map((one) => (one.key === key ? { key, text: value } : one)))}
            />
            <button type="button" class="tool" onClick={() => onInput(texts.filter((one) => one.key !== key))}>
              {t(words[of].remove, place)}
            </button>
          </div>
        );
      })}
      <p>
        <button type="button" class="tool" onClick={() => onInput([...texts, { key: next, text: '' }])}>
          {t(words[of].add, { weakness: number })}
        </button>
      </p>
    </>
  );
}
