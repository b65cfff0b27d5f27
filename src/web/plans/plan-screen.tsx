import { call } from '../../client/api.ts';
import { listRanks } from '../../contract/committee/ranks.ts';
import { type PlanView, readPlan } from '../../contract/plans/plans.ts';
import { listForms } from '../../contract/session/sessions.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { Amendments } from './amendments.tsx';
import { BeginSession } from './begin-session.tsx';
import { DraftActions } from './draft-actions.tsx';
import { ExperienceNotes } from './experience-notes.tsx';
import { PlanTables } from './plan-tables.tsx';
import { sentences } from './sentences.ts';

interface Ids {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
}

/** A plan as its issuer and those who follow it read it. */
export function PlanScreen(ids: Ids) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const plan = useLoad(() => call(connection, readPlan, { params: ids }), [ids.committeeId, ids.planId]);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allPlans')}</a>
      </p>
      <Loaded of={plan}>
        {(value) => <PlanText plan={value} {...ids} set={plan.state === 'ready' ? plan.set : () => {}} />}
      </Loaded>
    </>
  );
}

interface TextProps extends Ids {
  readonly plan: PlanView;
  set(plan: PlanView): void;
}

function PlanText({ plan, committeeId, set }: TextProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const ranks = useLoad(() => call(connection, listRanks), []);
  const isOwn = plan.issuerId === committeeId;
  const writes = useReader().serves(committeeId, 'chair', 'office') && isOwn;
  return (
    <>
      <ScreenTitle>{plan.title}</ScreenTitle>
      {plan.state === 'draft' && (
        <p>
          <span class="badge">{t('draft')}</span>
        </p>
      )}
      <Facts plan={plan} />
      {writes && plan.state === 'draft' && <DraftActions plan={plan} committeeId={committeeId} set={set} />}
      {isOwn && plan.state === 'issued' && (
        <p class="choices">
          <a class="button main-button" href={hashTo(committeeId, plan.id, 'board')}>
            {t('toBoard')}
          </a>
          {writes && (
            <a class="button" href={hashTo(committeeId, plan.id, 'amend')}>
              {t('amend')}
            </a>
          )}
          {writes && (
            <a class="button" href={hashTo(committeeId, 'new', plan.id)}>
              {t('copyPlan')}
            </a>
          )}
        </p>
      )}
      {plan.state === 'issued' && <BeginSession plan={plan} committeeId={committeeId} />}
      <section>
        <h2>{t('purpose')}</h2>
        <p class="wording">{plan.purpose || t('notWritten')}</p>
        <h2>{t('requirements')}</h2>
        <p class="wording">{plan.requirements || t('notWritten')}</p>
      </section>
      <Loaded of={ranks}>
        {(known) => (
          <>
            <PlanTables plan={plan} ranks={known} />
            <Amendments plan={plan} ranks={known} />
          </>
        )}
      </Loaded>
      <ExperienceNotes plan={plan} committeeId={committeeId} set={set} />
    </>
  );
}

function Facts({ plan }: { readonly plan: PlanView }) {
  const { t, pick, language } = useTranslation(sentences);
  const connection = useConnection();
  const forms = useLoad(() => call(connection, listForms), []);
  const form = forms.state === 'ready' ? forms.value.find(({ id }) => id === plan.formId) : undefined;
  const amended = plan.amendments.at(-1);
  return (
    <dl class="facts">
      <dt>{t('number')}</dt>
      <dd>{plan.number ?? t('noNumberYet')}</dd>
      <dt>{t('date')}</dt>
      <dd>{showDate(language, plan.date)}</dd>
      <dt>{t('issuer')}</dt>
      <dd>{plan.issuerName}</dd>
      <dt>{t('term')}</dt>
      <dd>{plan.term}</dd>
      <dt>{t('ballotForm')}</dt>
      <dd>{form ? pick(form.title) : plan.formId}</dd>
      <dt>{t('participants')}</dt>
      <dd>{t(plan.participants === 'seats' ? 'participantsSeats' : 'participantsSummoned')}</dd>
      {amended && (
        <>
          <dt>{t('lastAmended')}</dt>
          <dd>
            {amended.number === null
              ? showDate(language, amended.date)
              : t('numberAndDate', { number: amended.number, date: showDate(language, amended.date) })}
          </dd>
        </>
      )}
    </dl>
  );
}
