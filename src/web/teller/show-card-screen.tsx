import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { CardEntry } from './card-entry.tsx';
import type { StageProps } from './stage-props.ts';
import { useTellerTranslation } from './translation.ts';

/** A phone that does not know the key: the card shows that its holder has it. */
export function ShowCardScreen({ acts, session }: StageProps) {
  const { t } = useTellerTranslation();
  return (
    <>
      <ScreenTitle>{t('showTitle')}</ScreenTitle>
      <p>{t('showWhat')}</p>
      <CardEntry acts={acts} session={session} label={t('proveCard')} onCard={async () => acts.cardProven()} />
      <p class="note">{t('showLost')}</p>
    </>
  );
}
