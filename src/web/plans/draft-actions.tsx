import { call } from '../../client/api.ts';
import { missingSentences } from '../../contract/kit/missing.ts';
import { discardPlan, issuePlan, type PlanView } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly plan: PlanView;
  readonly committeeId: CommitteeId;
  set(plan: PlanView): void;
}

/** What its writers do with a draft: go on writing, issue it, throw it away. */
export function DraftActions({ plan, committeeId, set }: Props) {
  const { t, pick } = useTranslation(sentences);
  const connection = useConnection();
  const params = { committeeId, planId: plan.id };
  const issue = useAction(() => call(connection, issuePlan, { params }));
  const discard = useAction(() => call(connection, discardPlan, { params }));
  const known: Readonly<Record<string, { vi: string; en: string }>> = missingSentences;
  return (
    <div class="note note-strong">
      {plan.missing.length > 0 && (
        <>
          <p>{t('draftLacks')}</p>
          <ul>
            {plan.missing.map(({ code }) => (
              <li key={code}>{known[code] ? pick(known[code]) : code}</li>
            ))}
          </ul>
        </>
      )}
      <div class="choices">
        <a class="button" href={hashTo(committeeId, plan.id, 'edit')}>
          {t('edit')}
        </a>
        <ConfirmButton
          label={t('issue')}
          sentence={t('issueSentence')}
          yes={t('issueYes')}
          main
          busy={issue.busy}
          disabled={plan.missing.length > 0}
          onConfirm={async () => {
            const reply = await issue.run();
            if (reply?.ok) set(reply.value);
          }}
        />
        <ConfirmButton
          label={t('discard')}
          sentence={t('discardSentence')}
          yes={t('discardYes')}
          busy={discard.busy}
          onConfirm={async () => {
            const reply = await discard.run();
            if (reply?.ok) window.location.hash = hashTo();
          }}
        />
      </div>
      <FailureNote failure={issue.failure ?? discard.failure} />
    </div>
  );
}
