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
import { useVotingSpeech } from './speech.ts';
import { UnsealedScreen } from './unsealed-screen.tsx';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly shared: boolean;
}

/** The screens of one paper. */
export function VotingScreens({ voting, shared }: Props) {
  const { say } = useVotingSpeech();
  const state = useStore(voting.store);
  return (
    <>
      <Countdown voting={voting} state={state} />
      {state.reach === 'unreachable' && state.page !== undefined && (
        <p class="banner" role="status">
          {say('connectionLost')}
        </p>
      )}
      {!state.keeps && state.casting.step === 'none' && !shared && (
        <p class="banner" role="status">
          {say('notKept')}
        </p>
      )}
      <Screen voting={voting} state={state} shared={shared} />
    </>
  );
}

function Screen({ voting, state, shared }: Props & { readonly state: VotingState }) {
  const { say } = useVotingSpeech();
  const { casting, page } = state;
  if (casting.step === 'in-box') {
    const { tracker, mayRecast } = casting;
    return <ReceiptScreen {...{ voting, state, page, tracker, mayRecast, shared }} />;
  }
  if (casting.step === 'refused') return <RefusedScreen voting={voting} state={state} refusal={casting.refusal} />;
  if (casting.step === 'unsealed') return <UnsealedScreen voting={voting} state={state} shared={shared} />;
  if (casting.step !== 'none') return <OnItsWayScreen key={casting.step} state={state} />;
  if (page === undefined) return <NothingYet state={state} />;
  if (page.state === 'issued' || page.state === 'open') {
    if (!voting.hasCredential) return <PlainScreen title={say('noLinkTitle')}>{say('noLink')}</PlainScreen>;
    if (state.screen === 'half-term' && page.halfTermReview !== null) {
      return <HalfTermScreen voting={voting} page={page} term={page.halfTermReview.term} />;
    }
    if (state.screen === 'review') return <ReviewScreen voting={voting} state={state} page={page} />;
    return <MarkingScreen voting={voting} state={state} page={page} />;
  }
  return <OverScreen voting={voting} page={page} />;
}

function NothingYet({ state }: { readonly state: VotingState }) {
  const { say } = useVotingSpeech();
  if (state.reach === 'unknown') {
    return (
      <PlainScreen key="unknown" title={say('wrongPaperTitle')}>
        <p>{say('toDesk')}</p>
      </PlainScreen>
    );
  }
  if (state.reach === 'plain') {
    return (
      <PlainScreen key="plain" title={say('plainRefusedTitle')}>
        <p>{say('plainRefused')}</p>
        <p>{say('toDesk')}</p>
      </PlainScreen>
    );
  }
  if (state.reach === 'unreachable') {
    return (
      <PlainScreen key="unreachable" title={say('unreachableTitle')}>
        <p role="status">{say('unreachable')}</p>
      </PlainScreen>
    );
  }
  return (
    <main>
      <p role="status">{say('opening')}</p>
    </main>
  );
}
