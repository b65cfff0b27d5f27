import type { BallotPage } from '../../client/sealing.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { alarmTitles } from './alarm-titles.ts';
import { receiptTools } from './late-parts.ts';
import { Later } from './later.tsx';
import type { VotingSentence } from './sentences.ts';
import { HeadShown, TrackerGroups } from './tracker-groups.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import { type Found, isFinal, type VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly page: BallotPage | undefined;
  readonly tracker: string;
  readonly mayRecast: boolean;
  /** On a device that many people use: it forgets instead of casting again. */
  readonly shared: boolean;
}

/** The ballot is in the box, which is said at once and whatever the network does; the rest is fetched for it. */
export function ReceiptScreen({ voting, state, page, tracker, mayRecast, shared }: Props) {
  const { t } = useVotingTranslation();
  const { found } = state;
  const final = page !== undefined && isFinal(page);
  const done = !final && !alarmTitles.has(found.step);
  // What is on no disk of this phone goes with the page. A shared device forgets on purpose.
  const mustStayOpen = done && !state.keeps && !shared;
  const heading = alarmTitles.get(found.step) ?? titleOf({ final, putsAway: !mustStayOpen && !shared });
  return (
    <main class={done ? 'done' : ''}>
      <ScreenTitle key={heading}>{t(heading)}</ScreenTitle>
      {alarmTitles.has(found.step) && <Alarm found={found} />}
      {heading === 'closedTitle' && <p>{t('closed')}</p>}
      {mustStayOpen && (
        <div class="note note-strong">
          <p>{t('inBoxKeepOpen')}</p>
        </div>
      )}
      <section aria-labelledby="tracker-title" class="receipt">
        <h2 id="tracker-title">{t('tracker')}</h2>
        <TrackerGroups tracker={tracker} />
        <p>{t('trackerMeaning')}</p>
      </section>
      <Later of={receiptTools}>
        {({ ReceiptTools }) => (
          <ReceiptTools
            voting={voting}
            found={found}
            page={page}
            tracker={tracker}
            mayRecast={mayRecast}
            shared={shared}
          />
        )}
      </Later>
    </main>
  );
}

function titleOf({ final, putsAway }: { readonly final: boolean; readonly putsAway: boolean }): VotingSentence {
  if (final) return 'closedTitle';
  return putsAway ? 'inBoxDone' : 'inBoxTitle';
}

function Alarm({ found }: { readonly found: Found }) {
  const { t } = useVotingTranslation();
  if (found.step !== 'other-record') {
    return (
      <div class="note alarm" role="alert">
        <p>{t('alarm')}</p>
      </div>
    );
  }
  const { given } = found;
  return (
    <div class="note alarm" role="alert">
      <p>{t(given === null ? 'otherRecordLists' : 'otherRecord')}</p>
      <p>{t('otherRecordNow')}</p>
      {given !== null && <HeadShown title={t('givenHead', { height: given.height })} hash={given.hash} />}
    </div>
  );
}
