import type { ComponentChildren } from 'preact';
import { call } from '../../client/api.ts';
import { type NotInCopyView, readPlanCopy } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { provisionsOf, type WrittenProvisions } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
  children(start: WrittenProvisions): ComponentChildren;
}

/** What a new plan starts from, and who and what of the earlier one is gone. */
export function FromEarlier({ committeeId, planId, children }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const copy = useLoad(() => call(connection, readPlanCopy, { params: { committeeId, planId } }), [planId]);
  return (
    <Loaded of={copy}>
      {({ plan, notCopied }) => (
        <>
          <div class="note">
            <p>{t('copiedPlan')}</p>
            <NotCopied list={notCopied.filter(({ reason }) => reason !== 'past')} />
          </div>
          {children({ ...provisionsOf(plan), date: '' })}
        </>
      )}
    </Loaded>
  );
}

function NotCopied({ list }: { readonly list: readonly NotInCopyView[] }) {
  const { t } = useTranslation(sentences);
  if (list.length === 0) return null;
  return (
    <>
      <p>{t('notInCopy')}</p>
      <ul>
        {list.map(({ part, name, reason }) => (
          <li key={`${part} ${name}`}>{t(reason === 'ended' ? 'notInCopyEnded' : 'notInCopyLeft', { name })}</li>
        ))}
      </ul>
    </>
  );
}
