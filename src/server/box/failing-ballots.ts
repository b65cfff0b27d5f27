import type { SessionId } from '../../domain/session/session.ts';
import type { BallotRefusal } from '../../protocol/check-ballot.ts';
import type { Clock } from '../deps.ts';

/**
 * How often one paper may make the workers compute for nothing. Counted per credential and in memory only: a hall of
 * phones shares one address, and no address is looked at here (promises 1 and 7).
 */
export interface FailingBallots {
  mayTry(sessionId: SessionId, credential: string): boolean;
  /** Counts a ballot that was refused, if it was its paper's holder who made it. */
  failed(sessionId: SessionId, credential: string, refusal: BallotRefusal): void;
}

/** Ballots that may fail within the window. */
const most = 10;
const windowMilliseconds = 60_000;

// These are found behind the signature, so only the holder of a credential gets there. Whoever merely knows the public
// half of somebody's credential cannot use up that paper's tries.
const behindSignature: ReadonlySet<BallotRefusal> = new Set(['invalid-point', 'individual-proof', 'overall-proof']);

export function failingBallots(clock: Clock): FailingBallots {
  const counts = new Map<string, { since: number; failures: number }>();
  const current = (key: string) => {
    const count = counts.get(key);
    const over = count !== undefined && clock().getTime() - count.since >= windowMilliseconds;
    if (over) counts.delete(key);
    return over ? undefined : count;
  };
  return {
    mayTry: (sessionId, credential) => (current(`${sessionId} ${credential}`)?.failures ?? 0) < most,
    failed: (sessionId, credential, refusal) => {
      if (!behindSignature.has(refusal)) return;
      const key = `${sessionId} ${credential}`;
      const { since, failures } = current(key) ?? { since: clock().getTime(), failures: 0 };
      counts.set(key, { since, failures: failures + 1 });
    },
  };
}
