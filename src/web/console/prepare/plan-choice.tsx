import { useEffect } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import type { ObligationView } from '../../../contract/plans/obligations.ts';
import { listObligations } from '../../../contract/plans/plans.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { SelectField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDate } from '../../shared/show/show-date.ts';
import { sentences } from '../sentences.ts';
import type { ChosenPlan } from './plan-taken-over.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  /** Id of the plan that was asked for. */
  readonly wanted: string | undefined;
  readonly chosen: ChosenPlan | undefined;
  onChoose(plan: ChosenPlan | undefined): void;
}

/** The plans that the committee follows, to draw the session up under one of them; nothing where there are none. */
export function PlanChoice({ committeeId, ...choice }: Props) {
  const connection = useConnection();
  const owed = useLoad(() => call(connection, listObligations, { params: { committeeId } }), [committeeId]);
  return <Loaded of={owed}>{(list) => (list.length === 0 ? null : <Choice owed={list} {...choice} />)}</Loaded>;
}

interface ChoiceProps extends Omit<Props, 'committeeId'> {
  readonly owed: readonly ObligationView[];
}

function Choice({ owed, wanted, chosen, onChoose }: ChoiceProps) {
  const { t, language } = useTranslation(sentences);
  const choose = (id: string | undefined) => onChoose(planOf(owed.find(({ plan }) => plan.id === id)));
  // Once: whoever then chooses otherwise is left alone.
  useEffect(() => {
    if (wanted !== undefined) choose(wanted);
  }, []);
  return (
    <SelectField
      label={t('underPlan')}
      hint={t('underPlanHint')}
      value={chosen?.id ?? ''}
      onInput={choose}
      options={[
        { value: '', label: t('withoutPlan') },
        ...owed.map(({ plan, by, progress }) => ({
          value: plan.id,
          label: t(progress === 'not-begun' ? 'planOffered' : 'planBegun', {
            number: plan.number ?? '',
            title: plan.title,
            issuer: plan.issuerName,
            by: showDate(language, by),
          }),
        })),
      ]}
    />
  );
}

function planOf(owed: ObligationView | undefined): ChosenPlan | undefined {
  if (owed === undefined) return undefined;
  const { plan, by, reportBy, pilot, progress } = owed;
  return { id: plan.id, title: plan.title, by, reportBy, pilot, isBegun: progress !== 'not-begun' };
}
