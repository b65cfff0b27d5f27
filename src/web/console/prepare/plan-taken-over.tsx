import { call } from '../../../client/api.ts';
import { type PlanView, readPlan } from '../../../contract/plans/plans.ts';
import { listForms } from '../../../contract/session/sessions.ts';
import { listSummoned } from '../../../contract/session/summoned.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { hashTo } from '../../shared/frame/hash.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDate } from '../../shared/show/show-date.ts';
import { sentences } from '../sentences.ts';

/** A plan that a session may be drawn up under, with what the committee owes by it. */
export interface ChosenPlan {
  readonly id: PlanId;
  readonly title: string;
  /** ISO days. */
  readonly by: string;
  readonly reportBy: string | null;
  readonly pilot: boolean;
  /** A session under the plan is there already. */
  readonly isBegun: boolean;
}

interface Props {
  readonly committeeId: CommitteeId;
  readonly plan: ChosenPlan;
}

/** What a session takes over from its plan, shown before it is drawn up. */
export function PlanTakenOver({ committeeId, plan }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { committeeId, planId: plan.id };
  const read = useLoad(() => call(connection, readPlan, { params }), [committeeId, plan.id]);
  return (
    <section class="note" aria-label={t('takenOverTitle')}>
      <h2>{t('takenOverTitle')}</h2>
      {plan.isBegun && <p>{t('planBegunAlready')}</p>}
      <Loaded of={read}>{(text) => <Facts committeeId={committeeId} plan={plan} text={text} />}</Loaded>
      <p>
        <a href={`/plans${hashTo(committeeId, plan.id)}`}>{t('readPlan')}</a>
      </p>
    </section>
  );
}

function Facts({ committeeId, plan, text }: Props & { readonly text: PlanView }) {
  const { t, pick, language } = useTranslation(sentences);
  const connection = useConnection();
  const forms = useLoad(() => call(connection, listForms), []);
  const form = forms.state === 'ready' ? forms.value.find(({ id }) => id === text.formId) : undefined;
  return (
    <dl class="facts">
      <dt>{t('settingPlan')}</dt>
      <dd>
        {t('planNumbered', {
          number: text.number ?? '',
          date: showDate(language, text.date),
          issuer: text.issuerName,
        })}
      </dd>
      <dt>{t('ballotForm')}</dt>
      <dd>{form ? pick(form.title) : text.formId}</dd>
      <dt>{t('whoVotes')}</dt>
      <dd>
        {text.participants === 'seats' ? t('seatsVote') : <SummonedOf committeeId={committeeId} term={text.term} />}
      </dd>
      <dt>{t('voteDue')}</dt>
      <dd>
        {showDate(language, plan.by)}
        {plan.pilot && `, ${t('asPilot')}`}
      </dd>
      <dt>{t('reportDue')}</dt>
      <dd>{plan.reportBy === null ? t('reportWithVote') : showDate(language, plan.reportBy)}</dd>
      <dt>{t('briefingTaken')}</dt>
      <dd class="wording">{`${text.purpose}\n${text.requirements}`}</dd>
    </dl>
  );
}

/** How many of those summoned in the plan's term vote, or that their list is still missing. */
function SummonedOf({ committeeId, term }: { readonly committeeId: CommitteeId; readonly term: string }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const lists = useLoad(() => call(connection, listSummoned, { params: { committeeId } }), [committeeId]);
  return (
    <Loaded of={lists}>
      {(all) => {
        const list = all.find((one) => one.term === term);
        const voting = list?.people.filter(({ votes, struck }) => votes && struck === null).length ?? 0;
        return (
          <>
            {list === undefined ? t('summonedMissing', { term }) : t('summonedVote', { term, voting })}{' '}
            <a href={`/plans${hashTo(committeeId, 'summoned')}`}>{t('summonedList')}</a>
          </>
        );
      }}
    </Loaded>
  );
}
