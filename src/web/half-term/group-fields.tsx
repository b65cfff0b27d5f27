import { TextArea, TextField } from '../shared/forms/fields.tsx';
import { useHalfTermTranslation } from './translation.ts';
import type { WrittenReview } from './written-review.ts';

type Groups = WrittenReview['groups'];

interface Props {
  readonly groups: Groups;
  onInput(groups: Groups): void;
}

/** The groups that discuss the reports: who chairs each, and what was said. */
export function GroupFields({ groups, onInput }: Props) {
  const { t } = useHalfTermTranslation();
  const put = (key: number, part: Partial<Groups[number]>) =>
    onInput(groups.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const next = 1 + Math.max(0, ...groups.map(({ key }) => key));
  return (
    <>
      {groups.map(({ key, name, chair, notes }, index) => (
        <fieldset key={key} class="field part">
          <legend>{t('groupNumber', { number: index + 1 })}</legend>
          <TextField
            label={t('groupName')}
            value={name}
            maxLength={200}
            required
            onInput={(value) => put(key, { name: value })}
          />
          <TextField
            label={t('groupChair')}
            value={chair}
            maxLength={200}
            required
            onInput={(value) => put(key, { chair: value })}
          />
          <TextArea label={t('groupNotes')} value={notes} rows={4} onInput={(value) => put(key, { notes: value })} />
          <button type="button" onClick={() => onInput(groups.filter((one) => one.key !== key))}>
            {t('removeGroup', { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => onInput([...groups, { key: next, name: '', chair: '', notes: '' }])}>
          {t('addGroup')}
        </button>
      </p>
    </>
  );
}
