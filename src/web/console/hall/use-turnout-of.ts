import { useEffect } from 'preact/hooks';
import { useTurnout, type WatchedTurnout } from '../../shared/fetch/use-turnout.ts';
import type { StepProps } from '../step.ts';

/** The session's turnout; what it says of the session's state is not left to the next look at the session. */
export function useTurnoutOf({ session, reload }: StepProps): WatchedTurnout {
  const watched = useTurnout(session.id);
  const { state, phoneVotingEndsAt } = watched.turnout ?? {};
  useEffect(() => {
    const differs = state !== session.state || phoneVotingEndsAt !== session.phoneVotingEndsAt;
    if (state !== undefined && differs) void reload();
  }, [state, phoneVotingEndsAt]);
  return watched;
}
