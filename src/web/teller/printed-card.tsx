import { cardCode, type KeyCard } from '../../client/teller/key-card.ts';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { QrSquare } from '../shared/show/qr-square.tsx';
import { showDate } from '../shared/show/show-date.ts';
import { CardDigits } from './card-digits.tsx';
import { PrintedGuide } from './printed-guide.tsx';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly session: SessionOfTeller;
  readonly card: KeyCard;
  /** The teller's. */
  readonly name: string;
}

/** The key card as a page, with a page of advice behind it. It is on paper only: on the screen nothing of it can be seen, photographed or saved. */
export function PrintedCard({ session, card, name }: Props) {
  const { t, language } = useTellerTranslation();
  return (
    <div class="printed-card" aria-hidden="true">
      <p class="printed-title">{t('cardTitle')}</p>
      <p>
        {name} · {session.title} · {session.committeeName} · {showDate(language, session.heldOn)}
      </p>
      <QrSquare text={cardCode(card)} />
      <CardDigits seed={card.seed} />
      <p>{t('printedRule')}</p>
      <PrintedGuide session={session} name={name} />
    </div>
  );
}
