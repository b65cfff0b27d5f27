import { useEffect } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { lookAt } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { MissingList } from './missing-list.tsx';
import { isUnseen, missingHere, nextStep, progressOf, stepAfter, stepState } from './next-step.ts';
import { sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';
import type { Step, StepProps } from './step.ts';
import { StepGroups } from './step-groups.tsx';
import { findStep, stepsInOrder } from './steps.ts';
import { WithSteps } from './with-steps.tsx';

/** The screen of one step, with the way back to all of them and on to the next. */
export function StepPage({ id, session, reload }: StepProps & { readonly id: string }) {
  const { t } = useTranslation(sentences);
  const step = findStep(id);
  useLookAt({ session, reload, step });
  const { Screen } = step ?? {};
  const waiting = step !== undefined && stepState(session, step) === 'waiting';
  const missing = step === undefined ? [] : missingHere(session, step);
  const first = nextStep(session, stepsInOrder);
  return (
    <>
      <p class="back">
        <a href={hashTo(session.id)}>{t('backToSteps')}</a>{' '}
        <span class="quiet">
          · {t('progress', progressOf(session, stepsInOrder))} · {session.title}
        </span>
      </p>
      <WithSteps steps={<StepGroups session={session} at={step} />} besideOnly>
        <ScreenTitle>{step === undefined ? t('consoleTitle') : t(step.title)}</ScreenTitle>
        {Screen === undefined && <p>{t('unknownScreen')}</p>}
        {waiting && first && <p class="note">{t('stillWaiting', { step: t(first.title) })}</p>}
        {step && !waiting && missing.length > 0 && (
          <div class="note">
            <p>{t('missingHere')}</p>
            <MissingList problems={missing} />
          </div>
        )}
        {Screen && !waiting && <Screen session={session} reload={reload} />}
        {step && <WayOn session={session} step={step} />}
      </WithSteps>
    </>
  );
}

/** Whoever prepares the session and opens what filled itself has looked at it. */
function useLookAt({ session, reload, step }: StepProps & { readonly step: Step | undefined }) {
  const connection = useConnection();
  const list = step?.fills;
  const prepares = session.held.includes('chair') || session.held.includes('office');
  const isNew = step !== undefined && prepares && isUnseen(session, step);
  useEffect(() => {
    if (!isNew || list === undefined) return;
    // Where it does not arrive the step stays as it is, and the next look says it again.
    void call(connection, lookAt, { params: { sessionId: session.id, list } }).then(reload);
  }, [isNew, list]);
}

/** What comes after this step is one button away, and stays in sight once the step is done. */
function WayOn({ session, step }: { readonly session: ConsoleSession; readonly step: Step }) {
  const { t } = useTranslation(sentences);
  const state = stepState(session, step);
  const after = stepAfter(session, stepsInOrder, step);
  if (after === undefined) return null;
  const settled = state !== 'now' || step.optional === true;
  return (
    <p class={settled ? 'way-on way-on-settled' : 'way-on'}>
      <a class={settled ? 'button main-button' : 'button'} href={hashTo(session.id, after.id)}>
        {t('onToStep', { step: t(after.title) })}
      </a>
    </p>
  );
}
