import type { Paper } from '../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { PrintRunId, SessionId } from '../../domain/session/session.ts';
import { isSealedAlike } from './session-seal.ts';

type PaperRow = Omit<Paper, 'sessionId' | 'printRunId'> & {
  readonly sessionId: string;
  readonly printRunId: string | null;
};

export function toPaper(row: PaperRow): Paper {
  return { ...row, sessionId: row.sessionId as SessionId, printRunId: row.printRunId as PrintRunId | null };
}

/** Whether what is sealed of the papers is another than before. */
export function areSealedAnew(before: SessionWithPapers, after: SessionWithPapers): boolean {
  const { state } = after.session;
  if (state !== before.session.state || after.papers.size !== before.papers.size) return true;
  return [...after.papers.values()].some((paper) => {
    const known = before.papers.get(paper.credential);
    return known !== paper && (known === undefined || !isSealedAlike(state, known, paper));
  });
}
