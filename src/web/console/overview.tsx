import { ClockNote } from '../shared/frame/clock-note.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { MissingList } from './missing-list.tsx';
import { isFinished, missingHere, nextStep, progressOf, type StepState, stepState } from './next-step.ts';
import { type Sentence, sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';
import type { Step } from './step.ts';
import { type Chapter, chapters, occasions, stepsInOrder } from './steps.ts';

/** A session as a list of steps: what is done, what can be done now, what the next state still lacks. */
export function Overview({ session }: { readonly session: ConsoleSession }) {
  const { t, language } = useTranslation(sentences);
  const next = nextStep(session, stepsInOrder);
  const { cancellation, unopenable } = session;
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allSessions')}</a>
      </p>
      <ScreenTitle>{session.title}</ScreenTitle>
      <p>
        {session.committeeName}, {showDate(language, session.heldOn)}, {session.place}{' '}
        <StateBadge state={session.state} />{' '}
        <span class="quiet">{t('progress', progressOf(session, stepsInOrder))}</span>
      </p>
      {cancellation && <p class="note">{t('cancelledBecause', { reason: cancellation.reason })}</p>}
      {unopenable && <p class="note">{t('unopenableBecause', { reason: unopenable.reason })}</p>}
      <ClockNote moved={session.clockMoved} />
      {next && <NextStep session={session} step={next} />}
      <Elsewhere session={session} />
      {chapters.map((chapter) => (
        <ChapterList key={chapter.title} chapter={chapter} session={session} next={next} />
      ))}
      <ChapterList chapter={occasions} session={session} next={next} />
    </>
  );
}

/** What is to be seen of the session on other pages. */
function Elsewhere({ session: { id, state } }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  if (state === 'published') {
    return (
      <p>
        <a href={`/results${hashTo(id)}`}>{t('seeResult')}</a>
      </p>
    );
  }
  if (state === 'draft' || state === 'cancelled') return null;
  return (
    <p>
      <a href={`/projector${hashTo(id)}`} target="_blank" rel="noopener">
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

function NextStep({ session, step }: { readonly session: ConsoleSession; readonly step: Step }) {
  const { t } = useTranslation(sentences);
  const { state, missing, shortOfPapers, fewPhonePapers, lostPhonePapers } = session;
  const title = missingTitles[state];
  return (
    <div class="note note-strong">
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
    </div>
  );
}

interface ChapterProps {
  readonly chapter: Chapter;
  readonly session: ConsoleSession;
  readonly next: Step | undefined;
}

/** A chapter with its steps; folded once nothing in it is left to be done. */
function ChapterList({ chapter: { title, steps }, session, next }: ChapterProps) {
  const { t } = useTranslation(sentences);
  const list = (
    <ol class="steps">
      {steps.map((step) => (
        <StepLine key={step.id} session={session} step={step} isNext={step === next} />
      ))}
    </ol>
  );
  const { done, total } = progressOf(session, steps);
  if (total > 0 && isFinished(session, steps)) {
    return (
      <details class="chapter">
        <summary>
          <h2>{t(title)}</h2> <span class="quiet small">{t('progress', { done, total })}</span>
        </summary>
        {list}
      </details>
    );
  }
  return (
    <section>
      <h2>{t(title)}</h2>
      {list}
    </section>
  );
}

const stateNames = { done: 'stateDone', now: 'stateNow', waiting: 'stateWaiting', over: 'stateOver' } as const;

function StepLine({ session, step, isNext }: { session: ConsoleSession; step: Step; isNext: boolean }) {
  const { t } = useTranslation(sentences);
  const state: StepState = stepState(session, step);
  const title = t(step.title);
  return (
    <li class={`step-${isNext ? 'next' : state}`}>
      {step.Screen === undefined || state === 'waiting' ? title : <a href={hashTo(session.id, step.id)}>{title}</a>}{' '}
      <span class="quiet small">{t(isNext ? 'stateNext' : stateNames[state])}</span>
      {state === 'now' && <MissingList problems={missingHere(session, step)} />}
    </li>
  );
}
