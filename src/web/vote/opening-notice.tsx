import type { BallotPage } from '../../client/sealing.ts';
import { useVotingTranslation } from './translation.ts';

/** What the marks are worth right now, heard too when it changes: nothing is cast; the box opens by itself. */
export function OpeningNotice({ page, again }: { readonly page: BallotPage; readonly again: boolean }) {
  const { t } = useVotingTranslation();
  const open = page.state === 'open';
  return (
    <div class={`note ${open ? 'note-strong' : ''}`} role="status">
      <p>
        <strong>{t(open ? 'boxIsOpen' : 'waitsForOpening')}</strong>
      </p>
      <p>{t(again ? 'againNote' : 'notCastYet')}</p>
    </div>
  );
}
