import type { RankView } from '../../contract/committee/ranks.ts';
import type { ResultChoices } from '../../contract/results/result-list.ts';
import { planId as planIdShape } from '../../domain/plan/plan-id.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/result/roll-up.ts';
import { SelectField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** As the fields hold it; empty stands for all. */
export const allOfThem = { kind: '', form: '', rank: '', plan: '', year: '', tier: '', search: '' };

/** What is asked for, in the words of the operation. */
export function queryOf({ kind, form, rank, plan, year, tier, search }: typeof allOfThem) {
  const planId = planIdShape.safeParse(plan).data;
  return {
    ...(kind === 'confidence' || kind === 'rating' ? { kind } : {}),
    ...(form === '' ? {} : { formId: form }),
    ...(rank === '' ? {} : { rank }),
    ...(planId === undefined ? {} : { planId }),
    ...(year === '' ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }),
    ...(tier === '' ? {} : { tier: Number(tier) }),
    ...(search.trim() === '' ? {} : { search }),
  } satisfies RollUpFilter & PeopleFilter;
}

interface Props {
  readonly choices: ResultChoices;
  readonly ranks: readonly RankView[];
  readonly filter: typeof allOfThem;
  onInput(filter: typeof allOfThem): void;
}

/** Only what there is to choose from. */
export function RollUpFilterFields({ choices, ranks, filter, onInput }: Props) {
  const { t, pick } = useTranslation(sentences);
  const { forms, plans, years, tiers } = choices;
  const numbers = [...new Set(tiers.map(({ tier }) => tier))];
  const wordsOf = (tier: number) =>
    [...new Set(tiers.filter((one) => one.tier === tier).map(({ consequence }) => pick(consequence)))].join(' / ');
  const options = {
    rank: ranks
      .filter(({ id }) => choices.ranks.includes(id))
      .map(({ id, label }) => ({ value: id, label: pick(label) })),
    year: years.map((year) => ({ value: year, label: year })),
    plan: plans.map(({ id, number }) => ({ value: id, label: number })),
    form: forms.map(({ id, title }) => ({ value: id, label: pick(title) })),
    // A rating has none to choose from, whatever the confidence votes have.
    tier: filter.kind === 'rating' ? [] : numbers.map((tier) => ({ value: String(tier), label: wordsOf(tier) })),
  };
  const labels = { rank: 'committeeRank', year: 'year', plan: 'plan', form: 'form', tier: 'tier' } as const;
  return (
    <form class="filters no-print" onSubmit={(event) => event.preventDefault()}>
      {choices.kinds.length > 1 && (
        <SelectField
          label={t('kind')}
          value={filter.kind}
          onInput={(kind) => onInput({ ...allOfThem, kind })}
          options={choices.kinds.map((kind) => ({ value: kind, label: t(kind) }))}
          required
        />
      )}
      {(['rank', 'year', 'plan', 'form', 'tier'] as const).map(
        (key) =>
          options[key].length > 0 && (
            <SelectField
              key={key}
              label={t(labels[key])}
              value={filter[key]}
              onInput={(value) => onInput({ ...filter, [key]: value })}
              options={[{ value: '', label: t('all') }, ...options[key]]}
              required
            />
          ),
      )}
    </form>
  );
}
