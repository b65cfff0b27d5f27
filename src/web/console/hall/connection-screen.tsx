import { call } from '../../../client/api.ts';
import { allowPlainVoting, choosePhoneUse } from '../../../contract/session/sessions.ts';
import { type Reach, reachOf } from '../../../domain/address.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLater } from '../../shared/fetch/use-later.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDateTime } from '../../shared/show/show-date.ts';
import { type Sentence, sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

const reachSentences: Readonly<Record<Reach, Sentence>> = {
  phones: 'connectionTls',
  plain: 'connectionPlain',
  'this-computer': 'connectionLocal',
};

/** How phones reach the service in the hall, and the chair's decision whether, and how, they vote. */
export function ConnectionScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const { serviceAddress, phoneUse } = session;
  const reach = reachOf(serviceAddress);
  return (
    <>
      <p>{t('connectionAddress', { address: serviceAddress })}</p>
      <p>{t(reachSentences[reach])}</p>
      {phoneUse === null && reach !== 'this-computer' && <PlainVoting session={session} reload={reload} />}
      {phoneUse === null && reach !== 'this-computer' && <Tested session={session} reload={reload} />}
      <ChosenUse session={session} reload={reload} />
    </>
  );
}

/** Which addresses phones have opened, with codes for whoever makes papers. */
function Tested({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const part = useLater(() => import('./phone-test.tsx'));
  const mayTest = session.held.includes('chair') || session.held.includes('office');
  return (
    <section>
      <h2>{t('phoneTestTitle')}</h2>
      <p>{t('phoneTestWhy')}</p>
      {mayTest ? (
        <Loaded of={part}>{({ PhoneTest }) => <PhoneTest session={session} reload={reload} />}</Loaded>
      ) : (
        <p>{t('phoneTestWho')}</p>
      )}
    </section>
  );
}

/** The chair's decision whether phones may vote without TLS. */
function PlainVoting({ session, reload }: StepProps) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const decide = useStepAction({ reload }, (allowed: boolean) =>
    call(connection, allowPlainVoting, { params: { sessionId: session.id }, body: { allowed } }),
  );
  const { plainVoting, state } = session;
  const isChair = session.held.includes('chair') && state !== 'cancelled';
  const mayAllow = isChair && (!hasReached(session, 'open') || state === 'open');
  const mayForbid = isChair && !hasReached(session, 'open');
  return (
    <>
      <p class="note" role="status">
        {plainVoting
          ? t('plainAllowed', { name: plainVoting.by.name, at: showDateTime(language, plainVoting.at) })
          : t('plainNotAllowed')}
      </p>
      <FailureNote failure={decide.failure} />
      {mayAllow && plainVoting === null && (
        <ConfirmButton
          label={t('plainAllow')}
          sentence={t('plainAllowAsk')}
          yes={t('plainAllow')}
          busy={decide.busy}
          onConfirm={() => void decide.run(true)}
        />
      )}
      {mayForbid && plainVoting !== null && (
        <button type="button" disabled={decide.busy} onClick={() => void decide.run(false)}>
          {t('plainForbid')}
        </button>
      )}
    </>
  );
}

/** The chair's choice that papers are for this computer only, or for no phone at all; until the box is opened. */
function ChosenUse({ session, reload }: StepProps) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const choose = useStepAction({ reload }, (use: 'phones' | 'this-computer' | 'none') =>
    call(connection, choosePhoneUse, { params: { sessionId: session.id }, body: { use } }),
  );
  const { phoneUse, serviceAddress } = session;
  const mayChoose = session.held.includes('chair') && !hasReached(session, 'open') && session.state !== 'cancelled';
  return (
    <>
      {phoneUse && (
        <p class="note" role="status">
          {t(phoneUse.use === 'none' ? 'usesNoPhones' : 'usesThisComputer', {
            name: phoneUse.by.name,
            at: showDateTime(language, phoneUse.at),
          })}
        </p>
      )}
      <FailureNote failure={choose.failure} />
      {mayChoose && phoneUse === null && (
        <div class="choices">
          <ConfirmButton
            label={t('useNoPhones')}
            sentence={t('useNoPhonesAsk')}
            yes={t('useNoPhones')}
            busy={choose.busy}
            onConfirm={() => void choose.run('none')}
          />
          {reachOf(serviceAddress) === 'this-computer' && (
            <ConfirmButton
              label={t('useThisComputer')}
              sentence={t('useThisComputerAsk')}
              yes={t('useThisComputer')}
              busy={choose.busy}
              onConfirm={() => void choose.run('this-computer')}
            />
          )}
        </div>
      )}
      {mayChoose && phoneUse !== null && (
        <button type="button" disabled={choose.busy} onClick={() => void choose.run('phones')}>
          {t('usePhones')}
        </button>
      )}
    </>
  );
}
