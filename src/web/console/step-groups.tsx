import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { nextStep, progressOf, stepState } from './next-step.ts';
import { sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';
import type { Step } from './step.ts';
import { type Chapter, chapters, occasions, stepsInOrder } from './steps.ts';

interface Props {
  readonly session: ConsoleSession;
  /** The step whose screen stands beside it. */
  readonly at?: Step | undefined;
}

/** All steps in groups that fold: open where something can be done, and where somebody is. */
export function StepGroups({ session, at }: Props) {
  const { t } = useTranslation(sentences);
  const next = nextStep(session, stepsInOrder);
  return (
    <section class="step-groups" aria-label={t('backToSteps')}>
      <p class="quiet small">{t('progress', progressOf(session, stepsInOrder))}</p>
      {[...chapters, occasions].map((chapter) => (
        <StepGroup key={chapter.title} {...{ chapter, session, next, at }} />
      ))}
    </section>
  );
}

interface GroupProps extends Props {
  readonly chapter: Chapter;
  readonly next: Step | undefined;
}

function StepGroup({ chapter, session, next, at }: GroupProps) {
  const { t } = useTranslation(sentences);
  const { title, steps } = chapter;
  const { done, total } = progressOf(session, steps);
  // What may be needed at any time is one press away, like what is next.
  const isOffered = (step: Step) => stepState(session, step) === 'now' && (!step.optional || chapter === occasions);
  const isOpen = steps.some((step) => step === at || step === next || isOffered(step));
  return (
    <details class="chapter" open={isOpen}>
      <summary>
        <h2>{t(title)}</h2>
        {total > 0 && (
          <span class={done === total ? 'chapter-done' : 'quiet'}>
            {done}/{total}
          </span>
        )}
      </summary>
      <ol class="step-list">
        {steps.map((step) => (
          <StepLine key={step.id} {...{ step, session, next, at }} />
        ))}
      </ol>
    </details>
  );
}

const stateNames = { done: 'stateDone', now: 'stateNow', waiting: 'stateWaiting', over: 'stateOver' } as const;

function StepLine({ session, step, next, at }: Omit<GroupProps, 'chapter'> & { readonly step: Step }) {
  const { t } = useTranslation(sentences);
  const state = stepState(session, step);
  const isNext = step === next;
  const title = t(step.title);
  return (
    <li class={`step-${isNext ? 'next' : state}`}>
      {step.Screen === undefined || state === 'waiting' ? (
        title
      ) : (
        <a href={hashTo(session.id, step.id)} aria-current={step === at ? 'step' : undefined}>
          {title}
        </a>
      )}{' '}
      <span class={isNext ? 'small' : 'heard'}>{t(isNext ? 'stateNext' : stateNames[state])}</span>
    </li>
  );
}
