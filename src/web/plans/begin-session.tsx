import { call } from '../../client/api.ts';
import type { ObligationView } from '../../contract/plans/obligations.ts';
import { listObligations, type PlanView } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { DaysLeft } from '../shared/show/days-left.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { ProgressBadge } from './progress-badge.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly plan: PlanView;
  readonly committeeId: CommitteeId;
}

/** What the committee owes under this plan, and for its chair the way to begin. */
export function BeginSession({ plan, committeeId }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const chairs = useReader().serves(committeeId, 'chair');
  const owed = useLoad(() => call(connection, listObligations, { params: { committeeId } }), [committeeId]);
  const mine = owed.state === 'ready' ? owed.value.filter((one) => one.plan.id === plan.id) : [];
  if (mine.length === 0) return null;
  return (
    <section>
      <h2>{t('ownDutyTitle')}</h2>
      {mine.map((one) => (
        <Duty key={one.committeeId} duty={one} />
      ))}
      {chairs && mine.some(({ progress }) => progress === 'not-begun') && (
        <p>
          <a class="button main-button" href={`/console${hashTo('new', committeeId, plan.id)}`}>
            {t('beginTitle')}
          </a>
        </p>
      )}
    </section>
  );
}

function Duty({ duty }: { readonly duty: ObligationView }) {
  const { t, language } = useTranslation(sentences);
  return (
    <dl class="facts">
      <dt>{t('voteBy')}</dt>
      <dd>
        {showDate(language, duty.by)}
        {duty.pilot && <> ({t('pilot')})</>}
      </dd>
      {duty.reportBy !== null && (
        <>
          <dt>{t('reportBy')}</dt>
          <dd>{showDate(language, duty.reportBy)}</dd>
        </>
      )}
      <dt>{t('progress')}</dt>
      <dd>
        <ProgressBadge progress={duty.progress} />{' '}
        {duty.sessionId !== null && <a href={`/console${hashTo(duty.sessionId)}`}>{t('toSession')}</a>}
      </dd>
      {duty.daysLeft !== null && (
        <>
          <dt>{t('timeLeft')}</dt>
          <dd>
            <DaysLeft days={duty.daysLeft} />
          </dd>
        </>
      )}
    </dl>
  );
}
