import { SelectField, TextField } from '../shared/forms/fields.tsx';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

export interface Description {
  readonly name: string;
  readonly rank: string;
  readonly sector: string;
  readonly code: string;
}

interface Props {
  readonly value: Description;
  onInput(value: Description): void;
}

/** Name, rank, sector and code of a committee. */
export function DescribeFields({ value, onInput }: Props) {
  const { t, pick, language } = useTranslation(sentences);
  const ranks = useRanks();
  return (
    <>
      <TextField
        label={t('name')}
        required
        value={value.name}
        onInput={(name) => onInput({ ...value, name })}
        maxLength={200}
      />
      <SelectField
        label={t('rank')}
        required
        value={value.rank}
        onInput={(rank) => onInput({ ...value, rank })}
        options={[
          { value: '', label: t('chooseRank') },
          ...ranks.map(({ id, label, to }) => {
            const ended = to === null ? '' : ` (${t('rankUntil', { date: showDate(language, to) })})`;
            return { value: id, label: `${pick(label)}${ended}` };
          }),
        ]}
      />
      <TextField
        label={t('sector')}
        hint={t('sectorHint')}
        required
        value={value.sector}
        onInput={(sector) => onInput({ ...value, sector })}
        maxLength={200}
      />
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        value={value.code}
        onInput={(code) => onInput({ ...value, code })}
        maxLength={40}
      />
    </>
  );
}

/** As the service takes it: no code is none, not an empty one. */
export function described({ code, ...value }: Description) {
  return { ...value, code: code.trim() === '' ? null : code };
}
