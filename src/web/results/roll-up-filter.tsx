import type { RollUpView } from '../../contract/roll-up.ts';
import type { RollUpFilter } from '../../domain/roll-up.ts';
import { DateField, SelectField } from '../shared/fields.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useLevels } from '../shared/use-levels.ts';
import { sentences } from './sentences.ts';

/** As the fields hold it; empty stands for all. */
export const allOfThem = { form: '', level: '', from: '', to: '', tier: '' };

/** What is asked for, in the words of the operation. */
export function queryOf({ form, level, from, to, tier }: typeof allOfThem): RollUpFilter {
  return {
    ...(form === '' ? {} : { form }),
    ...(level === '' ? {} : { level }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(tier === '' ? {} : { tier: Number(tier) }),
  };
}

interface Props {
  readonly view: RollUpView;
  readonly filter: typeof allOfThem;
  onInput(filter: typeof allOfThem): void;
}

/** Only what there is to choose from. */
export function RollUpFilterFields({ view: { sessions }, filter, onInput }: Props) {
  const { say, own } = useSpeech(sentences);
  const all = { value: '', label: say('all') };
  const forms = new Map(sessions.map(({ form, formTitle }) => [form, own(formTitle)]));
  const levels = useLevels().filter(({ id }) => sessions.some((one) => one.committeeLevel === id));
  const tiers = [...new Set(sessions.flatMap((one) => one.tiers.map(({ tier }) => tier)))].sort((a, b) => a - b);
  const wordsOf = (tier: number) => {
    const words = sessions.flatMap((one) => one.tiers.filter((reached) => reached.tier === tier));
    return [...new Set(words.map(({ consequence }) => own(consequence)))].join(' / ');
  };
  const set = (key: keyof typeof allOfThem) => (value: string) => onInput({ ...filter, [key]: value });
  return (
    <form class="filters no-print" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={say('form')}
        value={filter.form}
        onInput={set('form')}
        options={[all, ...[...forms].map(([value, label]) => ({ value, label }))]}
        required
      />
      <SelectField
        label={say('committeeLevel')}
        value={filter.level}
        onInput={set('level')}
        options={[all, ...levels.map(({ id, label }) => ({ value: id, label: own(label) }))]}
        required
      />
      <SelectField
        label={say('tier')}
        value={filter.tier}
        onInput={set('tier')}
        options={[all, ...tiers.map((tier) => ({ value: String(tier), label: wordsOf(tier) }))]}
        required
      />
      <DateField label={say('from')} value={filter.from} onInput={set('from')} />
      <DateField label={say('to')} value={filter.to} onInput={set('to')} />
    </form>
  );
}
