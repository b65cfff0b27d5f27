import { useTranslation } from '../show/sentences.ts';
import { showDate } from '../show/show-date.ts';
import { lockedSentences } from './locked-sentences.ts';

/** What is left of a locked session. */
export interface Locked {
  readonly sessionId: string;
  readonly committeeName: string;
  readonly heldOn: string;
}

/** Sessions of which nothing is shown any more because they were altered, and what to do about it. */
export function LockedNote({ locked }: { readonly locked: readonly Locked[] }) {
  const { t, language } = useTranslation(lockedSentences);
  return (
    <section class="note alarm" role="alert" aria-labelledby="locked-sessions">
      <h2 id="locked-sessions">{t('lockedTitle')}</h2>
      <p>{t('lockedWhat')}</p>
      <ul>
        {locked.map(({ sessionId, committeeName, heldOn }) => (
          <li key={sessionId}>
            {t('lockedOne', { committee: committeeName || t('lockedCommittee'), date: showDate(language, heldOn) })}
            <br />
            {t('lockedCode', { id: sessionId })}
          </li>
        ))}
      </ul>
      <p>{t('lockedToDo')}</p>
    </section>
  );
}
