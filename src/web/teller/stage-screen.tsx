import { useLayoutEffect } from 'preact/hooks';
import { CardScreen } from './card-screen.tsx';
import { CeremonyScreen, CodeScreen, JoinScreen } from './ceremony-screens.tsx';
import { BeforeCeremonyScreen, DraftScreen, ElsewhereScreen, FailedScreen } from './ceremony-waiting.tsx';
import { CountingScreen, OpeningScreen, OpenScreen } from './open-screens.tsx';
import { CancelledScreen, OverScreen, UnopenableScreen } from './over-screens.tsx';
import { RehearsalScreen } from './rehearsal-screen.tsx';
import { ShowCardScreen } from './show-card-screen.tsx';
import type { StageProps } from './stage-props.ts';
import { TallyScreen } from './tally-screen.tsx';
import { stageOf, type TellerStage } from './teller-state.ts';

/** The one thing that a teller has to do or to wait for. */
export function StageScreen(props: StageProps) {
  const stage = stageOf(props.state, props.session);
  const Screen = screens[stage];
  const { ceremony, rehearsal } = props.state;
  const isAtWork = atWork.has(stage);
  useLayoutEffect(() => {
    if (!isAtWork) return undefined;
    // The page's other tabs are hidden meanwhile (teller.css).
    document.documentElement.setAttribute('data-ceremony', '');
    return () => document.documentElement.removeAttribute('data-ceremony');
  }, [isAtWork]);
  // What was typed or chosen in one ceremony or rehearsal is not there in the next.
  return <Screen key={`${stage} ${ceremony?.run ?? ''} ${rehearsal?.electionId ?? ''}`} {...props} />;
}

/** Leaving in the middle of these costs everybody time. */
const atWork: ReadonlySet<TellerStage> = new Set(['join', 'ceremony', 'code', 'card', 'rehearsal']);

const screens = {
  draft: DraftScreen,
  'before-ceremony': BeforeCeremonyScreen,
  join: JoinScreen,
  'begun-elsewhere': ElsewhereScreen,
  ceremony: CeremonyScreen,
  code: CodeScreen,
  failed: FailedScreen,
  card: CardScreen,
  'show-card': ShowCardScreen,
  rehearsal: RehearsalScreen,
  opening: OpeningScreen,
  open: OpenScreen,
  counting: CountingScreen,
  tally: TallyScreen,
  over: OverScreen,
  cancelled: CancelledScreen,
  unopenable: UnopenableScreen,
} as const;
