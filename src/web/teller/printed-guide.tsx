import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { showDate } from '../shared/show/show-date.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly session: SessionOfTeller;
  /** The teller's. */
  readonly name: string;
}

/** The page that goes with a key card: what to keep, when it is asked for, what if it is lost. Nothing on it is secret. */
export function PrintedGuide({ session, name }: Props) {
  const { t, language } = useTellerTranslation();
  const { threshold, tellers, title, committeeName, heldOn } = session;
  const numbers = { threshold, size: tellers.length };
  return (
    <div class="printed-guide">
      <p class="printed-title">{t('guideTitle')}</p>
      <p>
        {name} · {title} · {committeeName} · {showDate(language, heldOn)}
      </p>
      <h2>{t('guideKeepTitle')}</h2>
      <p>{t('guideKeep')}</p>
      <h2>{t('guideWhenTitle')}</h2>
      <ol>
        <li>{t('guideRehearsal')}</li>
        <li>{t('guideOpen')}</li>
        <li>{t('guideTally')}</li>
      </ol>
      <p>{t('guideHow')}</p>
      <h2>{t('guideLostTitle')}</h2>
      <ul>
        <li>{t('guideLostBefore')}</li>
        <li>{t('guideLostAfter', numbers)}</li>
      </ul>
      <h2>{t('guideEndTitle')}</h2>
      <p>{t('guideEnd')}</p>
    </div>
  );
}
