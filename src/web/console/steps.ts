import {
  connectionSteps,
  countSteps,
  documentSteps,
  hallOccasions,
  hallSteps,
  keySteps,
  resultSteps,
} from './hall/steps.ts';
import { draftSteps, paperSteps, whenNeeded } from './prepare/steps.ts';
import type { Sentence } from './sentences.ts';
import type { Step } from './step.ts';

/** A part of a session's life, with its steps in the order in which they are usually taken. */
export interface Chapter {
  readonly title: Sentence;
  readonly steps: readonly Step[];
}

/**
 * The one table of the console: which steps there are, and each one's title and screen. The steps themselves stand in
 * `prepare/steps.ts` and `hall/steps.ts`.
 */
export const chapters: readonly Chapter[] = [
  { title: 'chapterDraft', steps: draftSteps },
  { title: 'chapterIssued', steps: [...connectionSteps, ...paperSteps, ...documentSteps, ...keySteps] },
  { title: 'chapterHall', steps: hallSteps },
  { title: 'chapterCount', steps: countSteps },
  { title: 'chapterResult', steps: resultSteps },
];

/** What is only done when something happens: no step waits for it. */
export const occasions: Chapter = { title: 'chapterOccasions', steps: [...whenNeeded, ...hallOccasions] };

export const stepsInOrder: readonly Step[] = chapters.flatMap(({ steps }) => steps);

export function findStep(id: string): Step | undefined {
  return [...stepsInOrder, ...occasions.steps].find((step) => step.id === id);
}
