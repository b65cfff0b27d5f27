import { ClockNote } from '../shared/frame/clock-note.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { MissingList } from './missing-list.tsx';
import { nextStep } from './next-step.ts';
import { type Sentence, sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';
import { SessionFigures } from './session-figures.tsx';
import { SessionHead } from './session-head.tsx';
import type { Step } from './step.ts';
import { StepGroups } from './step-groups.tsx';
import { stepsInOrder } from './steps.ts';
import { WithSteps } from './with-steps.tsx';

/** A session at a glance: how far it has come, what is next, the figures, and all steps in groups. */
export function Overview({ session }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  const next = nextStep(session, stepsInOrder);
  const { cancellation, unopenable } = session;
  return (
    <>
      <SessionHead session={session} />
      {cancellation && <p class="note">{t('cancelledBecause', { reason: cancellation.reason })}</p>}
      {unopenable && <p class="note">{t('unopenableBecause', { reason: unopenable.reason })}</p>}
      <ClockNote moved={session.clockMoved} />
      <WithSteps steps={<StepGroups session={session} />}>
        {next && <NextStep session={session} step={next} />}
        {session.state === 'published' && <Result session={session} />}
        <SessionFigures session={session} />
        <HallScreenLink session={session} />
      </WithSteps>
    </>
  );
}

/** Nothing is left to be done: what came of it is what people come for. */
function Result({ session: { id } }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  return (
    <p>
      <a class="button main-button" href={`/results${hashTo(id)}`}>
        {t('seeResult')}
      </a>
    </p>
  );
}

function HallScreenLink({ session: { id, state } }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  if (state === 'draft' || state === 'cancelled' || state === 'published') return null;
  return (
    <p>
      <a class="button" href={`/projector${hashTo(id)}`} target="_blank" rel="noopener">
        {t('openProjector')}
      </a>
    </p>
  );
}

const missingTitles: Partial<Record<ConsoleSession['state'], Sentence>> = {
  draft: 'missingToIssue',
  issued: 'missingToOpen',
  counting: 'missingToClose',
};

/** The one thing that is to be done now, what the next stage still lacks. */
function NextStep({ session, step }: { readonly session: ConsoleSession; readonly step: Step }) {
  const { t } = useTranslation(sentences);
  const { state, missing, shortOfPapers, fewPhonePapers, lostPhonePapers } = session;
  const title = missingTitles[state];
  return (
    <section class="card card-next">
      <h2>{t('stateNext')}</h2>
      {step.Screen && (
        <p>
          <a class="button main-button" href={hashTo(session.id, step.id)}>
            {t('onToStep', { step: t(step.title) })}
          </a>
        </p>
      )}
      {title && missing.length > 0 && (
        <>
          <p>{t(title)}:</p>
          <MissingList problems={missing} />
        </>
      )}
      {state === 'issued' && shortOfPapers.length > 0 && <p>{t('shortOfPapers', { count: shortOfPapers.length })}</p>}
      {fewPhonePapers !== null && <p>{t('fewPhonePapers', { count: fewPhonePapers })}</p>}
      {lostPhonePapers > 0 && state !== 'issued' && <p>{t('lostPhonePapers', { count: lostPhonePapers })}</p>}
    </section>
  );
}
