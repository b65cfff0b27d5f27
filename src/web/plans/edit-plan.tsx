import { call } from '../../client/api.ts';
import { amendPlan, changePlan, createPlan, type PlanView, readPlan } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DraftNote } from '../shared/forms/draft-note.tsx';
import { DateField, TextArea, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useDraft } from '../shared/forms/use-draft.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { FromEarlier } from './from-earlier.tsx';
import { HeadFields } from './head-fields.tsx';
import { amendableOf, bodyOf, emptyProvisions, provisionsOf, type WrittenProvisions } from './provisions.ts';
import { ProvisionsFields } from './provisions-fields.tsx';
import { sentences } from './sentences.ts';

interface NewProps {
  readonly committeeId: CommitteeId;
  /** An earlier plan of the committee that this one starts from. */
  readonly from: PlanId | undefined;
}

/** A plan is drafted. */
export function NewPlan({ committeeId, from }: NewProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const id = useNewId();
  const save = (provisions: WrittenProvisions) => {
    const body = bodyOf(provisions);
    return call(connection, createPlan, { params: { committeeId }, body: { id: id.of(body), ...body } });
  };
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allPlans')}</a>
      </p>
      <ScreenTitle>{t('newPlan')}</ScreenTitle>
      {from === undefined ? (
        <DraftForm committeeId={committeeId} name={`plan ${committeeId} new`} start={emptyProvisions} save={save} />
      ) : (
        <FromEarlier committeeId={committeeId} planId={from}>
          {(start) => <DraftForm committeeId={committeeId} name={`plan copy ${from}`} start={start} save={save} />}
        </FromEarlier>
      )}
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
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { committeeId, planId };
  const plan = useLoad(() => call(connection, readPlan, { params }), [planId]);
  const save = (provisions: WrittenProvisions) => call(connection, changePlan, { params, body: bodyOf(provisions) });
  return (
    <>
      <p class="back">
        <a href={hashTo(committeeId, planId)}>{t('backToPlan')}</a>
      </p>
      <ScreenTitle>{t(amends ? 'amend' : 'edit')}</ScreenTitle>
      <Loaded of={plan}>
        {(value) =>
          amends ? (
            <AmendForm plan={value} committeeId={committeeId} />
          ) : (
            <DraftForm committeeId={committeeId} name={`plan ${planId}`} start={provisionsOf(value)} save={save} />
          )
        }
      </Loaded>
    </>
  );
}

interface DraftProps {
  readonly committeeId: CommitteeId;
  /** Of its draft on the device. */
  readonly name: string;
  readonly start: WrittenProvisions;
  save(
    provisions: WrittenProvisions,
  ): ReturnType<typeof call<typeof changePlan>> | ReturnType<typeof call<typeof createPlan>>;
}

function DraftForm({ committeeId, name, start, save }: DraftProps) {
  const { t } = useTranslation(sentences);
  const { content: provisions, put, ...form } = useDraft(name, start);
  const action = useAction(save);
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run(provisions);
    if (!reply?.ok) return;
    form.keep();
    window.location.hash = hashTo(committeeId, reply.value.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <DraftNote found={form.found} />
      <HeadFields provisions={provisions} onInput={put} />
      <ProvisionsFields committeeId={committeeId} provisions={provisions} isDraft onInput={put} />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('keepDraft')}
        </button>
      </p>
      <p class="quiet small">{t('keepDraftHint')}</p>
    </form>
  );
}

function AmendForm({ plan, committeeId }: { readonly plan: PlanView; readonly committeeId: CommitteeId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const start = { number: '', date: '', summary: '', provisions: provisionsOf(plan) };
  const { content, ...form } = useDraft(`amendment ${plan.id}`, start);
  const { number, date, summary, provisions } = content;
  const put = (change: Partial<typeof start>) => form.put((before) => ({ ...before, ...change }));
  const action = useAction(() =>
    call(connection, amendPlan, {
      params: { committeeId, planId: plan.id },
      body: { number: number.trim() === '' ? null : number, date, summary, provisions: amendableOf(provisions) },
    }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (!reply?.ok) return;
    form.keep();
    window.location.hash = hashTo(committeeId, plan.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <DraftNote found={form.found} />
      <p>{t('amendHint')}</p>
      <TextField
        label={t('amendmentNumber')}
        value={number}
        onInput={(typed) => put({ number: typed })}
        maxLength={60}
      />
      <DateField label={t('amendmentDate')} value={date} onInput={(chosen) => put({ date: chosen })} required />
      <TextArea
        label={t('amendmentSummary')}
        value={summary}
        onInput={(typed) => put({ summary: typed })}
        rows={3}
        maxLength={10_000}
        required
      />
      <ProvisionsFields
        committeeId={committeeId}
        provisions={provisions}
        isDraft={false}
        onInput={(written) => put({ provisions: written })}
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('amendYes')}
        </button>
      </p>
    </form>
  );
}
