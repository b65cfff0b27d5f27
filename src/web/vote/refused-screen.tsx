import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import type { VotingSentence } from './sentences.ts';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import { isOpen, type VotingState } from './voting-state.ts';

/** What to do about a ballot that the box did not take. */
const advice: ReadonlyMap<string, VotingSentence> = new Map([
  ['void-paper', 'refusedVoid'],
  ['unused-paper', 'refusedUnused'],
  ['unknown-paper', 'refusedUnknown'],
  ['other-phone', 'refusedOtherPhone'],
  ['replaced-by-sheet', 'refusedSheet'],
  ['voter-absent', 'refusedAbsent'],
  ['phone-voting-ended', 'refusedEnded'],
  ['session-not-open', 'refusedNotOpen'],
  ['recast-limit', 'refusedLimit'],
  ['too-many-failing-ballots', 'refusedOften'],
  ['election-differs', 'refusedElection'],
]);

/** The same ballot may be sent again once somebody at the desk, or a minute, has helped. */
const mayBeSentAgain: readonly string[] = ['voter-absent', 'session-not-open', 'too-many-failing-ballots'];

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly refusal: string;
}

export function RefusedScreen({ voting, state, refusal }: Props) {
  const { t } = useVotingTranslation();
  const hasEarlier = state.earlier !== null;
  // Chair and tellers may return from counting to voting.
  const reopened = refusal === 'phone-voting-ended' && isOpen(state);
  return (
    <main>
      <ScreenTitle>{t('refusedTitle')}</ScreenTitle>
      <div class="note alarm" role="alert">
        <p>{t(advice.get(refusal) ?? 'refusedOther')}</p>
      </div>
      {hasEarlier && <p>{t('earlierStays')}</p>}
      <div class="actions">
        {(reopened || mayBeSentAgain.includes(refusal)) && (
          <button type="button" class="main-button" onClick={() => void voting.sendAgain()}>
            {t('tryAgain')}
          </button>
        )}
        {hasEarlier && (
          <button type="button" onClick={voting.keepEarlier}>
            {t('keepEarlier')}
          </button>
        )}
      </div>
    </main>
  );
}
