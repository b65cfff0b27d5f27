import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { amendPlan, changePlan, createPlan, type PlanView, readPlan } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DateField, TextArea, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { HeadFields } from './head-fields.tsx';
import { sentences } from './sentences.ts';
import { amendableOf, bodyOf, emptyTerms, termsOf, type WrittenTerms } from './terms.ts';
import { TermsFields } from './terms-fields.tsx';

/** A plan is drafted. */
export function NewPlan({ committeeId }: { readonly committeeId: CommitteeId }) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const id = useNewId();
  const save = (terms: WrittenTerms) => {
    const body = bodyOf(terms);
    return call(connection, createPlan, { params: { committeeId }, body: { id: id.of(body), ...body } });
  };
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{say('allPlans')}</a>
      </p>
      <ScreenTitle>{say('newPlan')}</ScreenTitle>
      <DraftForm committeeId={committeeId} start={emptyTerms} save={save} />
    </>
  );
}

interface EditProps {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
  /** An issued plan is amended; a draft is simply changed. */
  readonly amends: boolean;
}

export function EditPlan({ committeeId, planId, amends }: EditProps) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const params = { committeeId, planId };
  const plan = useLoad(() => call(connection, readPlan, { params }), [planId]);
  const save = (terms: WrittenTerms) => call(connection, changePlan, { params, body: bodyOf(terms) });
  return (
    <>
      <p class="back">
        <a href={hashTo(committeeId, planId)}>{say('backToPlan')}</a>
      </p>
      <ScreenTitle>{say(amends ? 'amend' : 'edit')}</ScreenTitle>
      <Loaded of={plan}>
        {(value) =>
          amends ? (
            <AmendForm plan={value} committeeId={committeeId} />
          ) : (
            <DraftForm committeeId={committeeId} start={termsOf(value)} save={save} />
          )
        }
      </Loaded>
    </>
  );
}

interface DraftProps {
  readonly committeeId: CommitteeId;
  readonly start: WrittenTerms;
  save(terms: WrittenTerms): ReturnType<typeof call<typeof changePlan>> | ReturnType<typeof call<typeof createPlan>>;
}

function DraftForm({ committeeId, start, save }: DraftProps) {
  const { say } = useTranslation(sentences);
  const [terms, setTerms] = useState(start);
  const action = useAction(save);
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run(terms);
    if (reply?.ok) window.location.hash = hashTo(committeeId, reply.value.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <HeadFields terms={terms} onInput={setTerms} />
      <TermsFields committeeId={committeeId} terms={terms} onInput={setTerms} />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {say('keepDraft')}
        </button>
      </p>
      <p class="quiet small">{say('keepDraftHint')}</p>
    </form>
  );
}

function AmendForm({ plan, committeeId }: { readonly plan: PlanView; readonly committeeId: CommitteeId }) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const [terms, setTerms] = useState(() => termsOf(plan));
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [summary, setSummary] = useState('');
  const action = useAction(() =>
    call(connection, amendPlan, {
      params: { committeeId, planId: plan.id },
      body: { number: number.trim() === '' ? null : number, date, summary, terms: amendableOf(terms) },
    }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply?.ok) window.location.hash = hashTo(committeeId, plan.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{say('amendHint')}</p>
      <TextField label={say('amendmentNumber')} value={number} onInput={setNumber} maxLength={60} />
      <DateField label={say('amendmentDate')} value={date} onInput={setDate} required />
      <TextArea
        label={say('amendmentSummary')}
        value={summary}
        onInput={setSummary}
        rows={3}
        maxLength={10_000}
        required
      />
      <TermsFields committeeId={committeeId} terms={terms} onInput={setTerms} />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {say('amendYes')}
        </button>
      </p>
    </form>
  );
}
