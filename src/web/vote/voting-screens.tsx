import { useStore } from '../shared/device/use-store.ts';
import { Countdown } from './countdown.tsx';
import { HalfTermScreen } from './half-term-screen.tsx';
import { MarkingScreen } from './marking-screen.tsx';
import { OnItsWayScreen } from './on-its-way-screen.tsx';
import { OverScreen } from './over-screen.tsx';
import { PlainScreen } from './plain-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';
import { RefusedScreen } from './refused-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { useVotingTranslation } from './translation.ts';
import { UnsealedScreen } from './unsealed-screen.tsx';
import type { Voting } from './voting.ts';
import { stageOf, type VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly shared: boolean;
}

/** The screens of one paper. */
export function VotingScreens({ voting, shared }: Props) {
  const { t } = useVotingTranslation();
  const state = useStore(voting.store);
  return (
    <>
      <Countdown voting={voting} state={state} />
      {state.reach === 'unreachable' && state.page !== undefined && (
        <p class="banner" role="status">
          {t('connectionLost')}
        </p>
      )}
      {!state.keeps && state.casting.step === 'none' && !shared && (
        <p class="banner" role="status">
          {t('notKept')}
        </p>
      )}
      <Screen voting={voting} state={state} shared={shared} />
    </>
  );
}

function Screen({ voting, state, shared }: Props & { readonly state: VotingState }) {
  const { t } = useVotingTranslation();
  const stage = stageOf(state, voting.hasCredential);
  switch (stage.at) {
    case 'in-box':
      return (
        <ReceiptScreen
          voting={voting}
          state={state}
          shared={shared}
          page={state.page}
          tracker={stage.tracker}
          mayRecast={stage.mayRecast}
        />
      );
    case 'refused':
      return <RefusedScreen voting={voting} state={state} refusal={stage.refusal} />;
    case 'unsealed':
      return <UnsealedScreen voting={voting} state={state} shared={shared} />;
    case 'on-its-way':
      return <OnItsWayScreen key={state.casting.step} state={state} shared={shared} />;
    case 'no-link':
      return <PlainScreen title={t('noLinkTitle')}>{t('noLink')}</PlainScreen>;
    case 'half-term':
      return <HalfTermScreen voting={voting} page={stage.page} term={stage.term} />;
    case 'review':
      return <ReviewScreen voting={voting} state={state} page={stage.page} />;
    case 'marking':
      return <MarkingScreen voting={voting} state={state} page={stage.page} />;
    case 'over':
      return <OverScreen voting={voting} page={stage.page} />;
    case 'wrong-paper':
      return (
        <PlainScreen key={stage.at} title={t('wrongPaperTitle')}>
          <p>{t('toDesk')}</p>
        </PlainScreen>
      );
    case 'plain-refused':
      return (
        <PlainScreen key={stage.at} title={t('plainRefusedTitle')}>
          <p>{t('plainRefused')}</p>
          <p>{t('toDesk')}</p>
        </PlainScreen>
      );
    case 'unreachable':
      return (
        <PlainScreen key={stage.at} title={t('unreachableTitle')}>
          <p role="status">{t('unreachable')}</p>
        </PlainScreen>
      );
    case 'opening':
      return (
        <main>
          <p role="status">{t('opening')}</p>
        </main>
      );
  }
}
