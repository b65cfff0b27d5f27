import { useSpeech } from '../../shared/sentences.ts';
import { useSecondsUntil } from '../../shared/use-seconds.ts';
import type { WatchedTurnout } from '../../shared/use-turnout.ts';
import { sentences } from '../sentences.ts';

/** How long phones can still vote, once the end is decided; nothing before that. */
export function PhoneVotingCountdown({ watched: { turnout, phoneVotingEnds } }: { readonly watched: WatchedTurnout }) {
  const { say } = useSpeech(sentences);
  const seconds = useSecondsUntil(phoneVotingEnds);
  if (seconds === undefined || turnout?.state !== 'open') return null;
  return (
    <p class="note note-strong" role="timer">
      {say('phoneVotingEndsIn', { seconds })}
    </p>
  );
}
