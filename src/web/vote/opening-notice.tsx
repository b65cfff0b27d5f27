import type { BallotPage } from '../../client/sealing.ts';
import { useVotingSpeech } from './speech.ts';

/** What the marks are worth right now, heard too when it changes: nothing is cast; the box opens by itself. */
export function OpeningNotice({ page, again }: { readonly page: BallotPage; readonly again: boolean }) {
  const { say } = useVotingSpeech();
  const open = page.state === 'open';
  return (
    <div class={`note ${open ? 'note-strong' : ''}`} role="status">
      <p>
        <strong>{say(open ? 'boxIsOpen' : 'waitsForOpening')}</strong>
      </p>
      <p>{say(again ? 'againNote' : 'notCastYet')}</p>
    </div>
  );
}
