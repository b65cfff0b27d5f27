import { call } from '../../client/api.ts';
import { listObligations, listPlans } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useOwnCommittees } from '../shared/fetch/use-own-committees.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { MailAddress } from './mail-address.tsx';
import { Obligations } from './obligations.tsx';
import { sentences } from './sentences.ts';

/** Committee by committee: what it owes, and what it has issued itself. */
export function MyPlans() {
  const { t } = useTranslation(sentences);
  const reader = useReader();
  const committees = useOwnCommittees();
  return (
    <>
      <ScreenTitle>{t('plansTitle')}</ScreenTitle>
      <Loaded of={committees}>
        {(own) =>
          own.length === 0 ? (
            <p class="empty">{t('noCommittee')}</p>
          ) : (
            own.map((one) => <CommitteePlans key={one.id} committeeId={one.id} name={one.name} />)
          )
        }
      </Loaded>
      {reader.served().size > 0 && <MailAddress />}
    </>
  );
}

function CommitteePlans({ committeeId, name }: { readonly committeeId: CommitteeId; readonly name: string }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const reader = useReader();
  const writes = reader.serves(committeeId, 'chair', 'office');
  const serves = reader.serves(committeeId);
  const owed = useLoad(() => call(connection, listObligations, { params: { committeeId } }), [committeeId]);
  return (
    <section>
      <h2>{name}</h2>
      <h3>{t('owedTitle')}</h3>
      <Loaded of={owed}>{(list) => <Obligations list={list} />}</Loaded>
      {serves && (
        <p>
          <a href={hashTo(committeeId, 'summoned')}>{t('toSummoned')}</a>
        </p>
      )}
      <p>
        <a href={`/half-term${hashTo(committeeId)}`}>{t('toHalfTerm')}</a>
      </p>
      <h3>{t('issuedTitle')}</h3>
      <IssuedPlans committeeId={committeeId} />
      {writes && (
        <p>
          <a class="button main-button" href={hashTo(committeeId, 'new')}>
            {t('newPlan')}
          </a>
        </p>
      )}
    </section>
  );
}

function IssuedPlans({ committeeId }: { readonly committeeId: CommitteeId }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const plans = useLoad(() => call(connection, listPlans, { params: { committeeId } }), [committeeId]);
  return (
    <Loaded of={plans}>
      {(list) =>
        list.length === 0 ? (
          <p class="empty">{t('nothingIssued')}</p>
        ) : (
          <ul class="entries">
            {list.map((plan) => (
              <li key={plan.id}>
                <p>
                  <a href={hashTo(committeeId, plan.id)}>{plan.title}</a>{' '}
                  {plan.state === 'draft' && <span class="badge">{t('draft')}</span>}
                  <br />
                  {plan.number === null
                    ? t('noNumberYet')
                    : t('numberAndDate', { number: plan.number, date: showDate(language, plan.date) })}
                </p>
                {plan.state === 'issued' && (
                  <p>
                    <a href={hashTo(committeeId, plan.id, 'board')}>{t('toBoard')}</a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
