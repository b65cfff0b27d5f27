import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { CardEntry } from './card-entry.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';

/** A phone that does not know the key: the card shows that its holder has it. */
export function ShowCardScreen({ telling, session }: StageProps) {
  const { say } = useTellerSpeech();
  return (
    <>
      <ScreenTitle>{say('showTitle')}</ScreenTitle>
      <p>{say('showWhat')}</p>
      <CardEntry
        telling={telling}
        session={session}
        label={say('proveCard')}
        onCard={async () => telling.cardProven()}
      />
      <p class="note">{say('showLost')}</p>
    </>
  );
}
