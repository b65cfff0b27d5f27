import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { CardEntry } from './card-entry.tsx';
import type { StageProps } from './stage-props.ts';
import { useTellerTranslation } from './translation.ts';

/** A phone that does not know the key: the card shows that its holder has it. */
export function ShowCardScreen({ telling, session }: StageProps) {
  const { t } = useTellerTranslation();
  return (
    <>
      <ScreenTitle>{t('showTitle')}</ScreenTitle>
      <p>{t('showWhat')}</p>
      <CardEntry telling={telling} session={session} label={t('proveCard')} onCard={async () => telling.cardProven()} />
      <p class="note">{t('showLost')}</p>
    </>
  );
}
