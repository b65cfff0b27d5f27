import type { SessionState } from '../../domain/session/session.ts';
import type { Sentence } from './sentences.ts';

/** A part of a vote's life, as a chair speaks of it, with the states of a session that belong to it. */
interface Stage {
  readonly title: Sentence;
  readonly states: readonly SessionState[];
}

const stages: readonly Stage[] = [
  { title: 'stageDraft', states: ['draft'] },
  { title: 'stageIssued', states: ['issued'] },
  { title: 'stageOpen', states: ['open'] },
  { title: 'stageCounting', states: ['counting', 'closed', 'unopenable'] },
  { title: 'stageTallied', states: ['tallied'] },
  { title: 'stagePublished', states: ['published'] },
];

export type StageState = 'done' | 'now' | 'later';

/** The stages with how far the session has come; none for a cancelled one, which has come nowhere. */
export function stagesOf(state: SessionState): readonly { readonly title: Sentence; readonly state: StageState }[] {
  const at = stages.findIndex(({ states }) => states.includes(state));
  if (at === -1) return [];
  return stages.map(({ title }, index) => {
    // What is published is over.
    if (index < at || state === 'published') return { title, state: 'done' };
    return { title, state: index === at ? 'now' : 'later' };
  });
}
