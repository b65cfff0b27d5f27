import type { SessionId } from '../../domain/session/session.ts';
import type { HintToKeep } from '../store/session-store.ts';
import type { BallotVerdict } from '../workers/jobs.ts';

/** What is kept beside a ballot that was found to hold: nothing where its check made no hint. */
export function hintsOf(
  electionId: SessionId,
  { hash, hint }: Extract<BallotVerdict, { ok: true }>,
): readonly HintToKeep[] {
  return hint === undefined ? [] : [{ electionId, ballot: hash, hint }];
}
