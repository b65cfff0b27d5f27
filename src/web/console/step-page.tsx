import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { MissingList } from './missing-list.tsx';
import { missingHere, nextStep, stepState } from './next-step.ts';
import { sentences } from './sentences.ts';
import type { StepProps } from './step.ts';
import { findStep, stepsInOrder } from './steps.ts';

/** The screen of one step, with the way back to all of them. */
export function StepPage({ id, session, reload }: StepProps & { readonly id: string }) {
  const { t } = useTranslation(sentences);
  const step = findStep(id);
  const { Screen } = step ?? {};
  const waiting = step !== undefined && stepState(session, step) === 'waiting';
  const missing = step === undefined ? [] : missingHere(session, step);
  const first = nextStep(session, stepsInOrder);
  return (
    <>
      <p class="back">
        <a href={hashTo(session.id)}>{t('backToSteps')}</a> <span class="quiet">{session.title}</span>
      </p>
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
    </>
  );
}
