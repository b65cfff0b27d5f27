import { cardCode, cardGroups, cardWords, type KeyCard } from '../../client/teller/key-card.ts';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { QrSquare } from '../shared/show/qr-square.tsx';
import { showDate } from '../shared/show/show-date.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly session: SessionOfTeller;
  readonly card: KeyCard;
  /** The teller's. */
  readonly name: string;
}

/** The key card as a page. It is on paper only: on the screen nothing of it can be seen, photographed or saved. */
export function PrintedCard({ session, card, name }: Props) {
  const { t, language } = useTellerTranslation();
  const words = cardWords(card.seed);
  return (
    <div class="printed-card" aria-hidden="true">
      <p class="printed-title">{t('cardTitle')}</p>
      <p>
        {name} · {session.title} · {session.committeeName} · {showDate(language, session.heldOn)}
      </p>
      <QrSquare text={cardCode(card)} />
      {words && (
        <ol class="card-words" lang="en">
          {words.map((word, at) => (
            <li key={String(at)}>{word}</li>
          ))}
        </ol>
      )}
      <p class="card-groups">
        {cardGroups(card.seed).map((group) => (
          <span key={group}>{group} </span>
        ))}
      </p>
      <p>{t('printedRule')}</p>
    </div>
  );
}
