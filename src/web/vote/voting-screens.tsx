import { useEffect } from 'preact/hooks';
import { useStore } from '../shared/device/use-store.ts';
import { CastingEndedScreen } from './casting-ended-screen.tsx';
import { Countdown } from './countdown.tsx';
import { documentScreen, halfTermScreen, receiptTools } from './late-parts.ts';
import { Later } from './later.tsx';
import { MarkingScreen } from './marking-screen.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { OnItsWayScreen } from './on-its-way-screen.tsx';
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
  const ready = state.page !== undefined;
  useEffect(() => {
    // Where it does not come, the receipt says so and asks again.
    if (ready) receiptTools.fetch().catch(() => {});
  }, [ready]);
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
      return <NoticeScreen title={t('noLinkTitle')}>{t('noLink')}</NoticeScreen>;
    case 'half-term':
      return (
        <Later of={halfTermScreen}>
          {({ HalfTermScreen }) => <HalfTermScreen voting={voting} page={stage.page} term={stage.term} />}
        </Later>
      );
    case 'document':
      return (
        <Later of={documentScreen}>
          {({ DocumentScreen }) => <DocumentScreen voting={voting} page={stage.page} document={stage.document} />}
        </Later>
      );
    case 'review':
      return <ReviewScreen voting={voting} state={state} page={stage.page} />;
    case 'marking':
      return <MarkingScreen voting={voting} state={state} page={stage.page} />;
    case 'casting-ended':
      return <CastingEndedScreen voting={voting} page={stage.page} />;
    case 'wrong-paper':
      return (
        <NoticeScreen key={stage.at} title={t('wrongPaperTitle')}>
          <p>{t('toDesk')}</p>
        </NoticeScreen>
      );
    case 'plain-http-refused':
      return (
        <NoticeScreen key={stage.at} title={t('plainHttpRefusedTitle')}>
          <p>{t('plainHttpRefused')}</p>
          <p>{t('toDesk')}</p>
        </NoticeScreen>
      );
    case 'unreachable':
      return (
        <NoticeScreen key={stage.at} title={t('unreachableTitle')}>
          <p role="status">{t('unreachable')}</p>
        </NoticeScreen>
      );
    case 'loading':
      return (
        <main>
          <p role="status">{t('loading')}</p>
        </main>
      );
  }
}
