import { type PlanProgress, planProgresses } from '../../domain/plan/plan-progress.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { SelectField, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { progressWords } from './progress-badge.tsx';
import { sentences } from './sentences.ts';

/** Empty: all. */
export interface Filter {
  readonly rank: string;
  readonly state: '' | 'late' | PlanProgress;
  readonly search: string;
}

export interface BoardQuery {
  readonly rank?: string;
  readonly state?: 'late' | PlanProgress;
  readonly search?: string;
}

export function queryOf({ rank, state, search }: Filter): BoardQuery {
  return {
    ...(rank === '' ? {} : { rank }),
    ...(state === '' ? {} : { state }),
    ...(search.trim() === '' ? {} : { search }),
  };
}

interface Props {
  readonly ranks: readonly { readonly id: string; readonly label: LocalText }[];
  readonly filter: Filter;
  onInput(filter: Filter): void;
}

export function BoardFilter({ ranks, filter, onInput }: Props) {
  const { t, pick } = useTranslation(sentences);
  const states = [...planProgresses.map((one) => ({ value: one, label: t(progressWords[one]) }))];
  return (
    <form class="filters no-print" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t('rank')}
        value={filter.rank}
        onInput={(rank) => onInput({ ...filter, rank })}
        options={[{ value: '', label: t('all') }, ...ranks.map(({ id, label }) => ({ value: id, label: pick(label) }))]}
        required
      />
      <SelectField
        label={t('progress')}
        value={filter.state}
        onInput={(state) => onInput({ ...filter, state: state as Filter['state'] })}
        options={[{ value: '', label: t('all') }, ...states, { value: 'late', label: t('late') }]}
        required
      />
      <TextField
        label={t('findCommittee')}
        type="search"
        value={filter.search}
        onInput={(search) => onInput({ ...filter, search })}
        maxLength={100}
      />
    </form>
  );
}
