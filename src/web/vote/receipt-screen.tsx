import { useMemo } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import type { VotingSentence } from './sentences.ts';
import { useVotingSpeech } from './speech.ts';
import { TrackerGroups } from './tracker-groups.tsx';
import { drawTracker } from './tracker-picture.ts';
import type { Voting } from './voting.ts';
import { type Found, isOver, type VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly page: BallotPage | undefined;
  readonly tracker: string;
  readonly mayRecast: boolean;
  /** On a device that many people use: it forgets instead of casting again. */
  readonly shared: boolean;
}

/** The ballot is in the box: its tracker, how to cast again, and a look into the box. */
export function ReceiptScreen({ voting, state, page, tracker, mayRecast, shared }: Props) {
  const { say } = useVotingSpeech();
  const { found } = state;
  const over = page !== undefined && isOver(page);
  const heading = alarmTitles.get(found.step) ?? (over ? 'closedTitle' : 'inBoxTitle');
  return (
    <main>
      <ScreenTitle key={heading}>{say(heading)}</ScreenTitle>
      {alarmTitles.has(found.step) ? <Alarm found={found} /> : <p>{say(over ? 'closed' : 'inBox')}</p>}
      <section aria-labelledby="tracker-title" class="receipt">
        <h2 id="tracker-title">{say('tracker')}</h2>
        <TrackerGroups tracker={tracker} />
        <p>{say('trackerMeaning')}</p>
        {page !== undefined && !shared && <TrackerPicture page={page} tracker={tracker} />}
      </section>
      <section aria-labelledby="check-title">
        <h2 id="check-title">{say('checkTitle')}</h2>
        <Findings found={found} />
        <button type="button" disabled={found.step === 'looking'} onClick={() => void voting.look()}>
          {say('check')}
        </button>
      </section>
      {page?.state === 'open' && !shared && <Again voting={voting} mayRecast={mayRecast} />}
      {over && !shared && found.step !== 'other-record' && <Forget voting={voting} />}
    </main>
  );
}

/** What a look into the box can find that nobody may keep quiet about. */
const alarmTitles: ReadonlyMap<Found['step'], VotingSentence> = new Map([
  ['missing', 'alarmTitle'],
  ['other-record', 'otherRecordTitle'],
]);

function Alarm({ found }: { readonly found: Found }) {
  const { say } = useVotingSpeech();
  if (found.step !== 'other-record') {
    return (
      <div class="note alarm" role="alert">
        <p>{say('alarm')}</p>
      </div>
    );
  }
  const { given } = found;
  return (
    <div class="note alarm" role="alert">
      <p>{say(given === null ? 'otherRecordLists' : 'otherRecord')}</p>
      <p>{say('otherRecordNow')}</p>
      {given !== null && <HeadShown title={say('givenHead', { height: given.height })} hash={given.hash} />}
    </div>
  );
}

/** In groups, as people read aloud and compare. */
function HeadShown({ title, hash }: { readonly title: string; readonly hash: string }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <TrackerGroups tracker={hash} />
    </>
  );
}

export function Findings({ found }: { readonly found: Found }) {
  const { say } = useVotingSpeech();
  const end = found.step === 'found' ? found.end : null;
  return (
    <>
      <p role="status">{words()}</p>
      {end !== null && (
        <>
          <HeadShown title={say('endHead', { height: end.height })} hash={end.hash} />
          <p class="quiet small">{say('endHeadMeaning')}</p>
        </>
      )}
    </>
  );

  function words(): string {
    if (found.step === 'found') return say(found.closed ? 'checkFoundClosed' : 'checkFound', { count: found.count });
    const alarm = alarmTitles.get(found.step);
    if (alarm !== undefined) return say(alarm);
    if (found.step === 'looking') return say('checking');
    if (found.step === 'soon') return say('checkSoon');
    return found.step === 'unreachable' ? say('checkUnreachable') : '';
  }
}

function TrackerPicture({ page, tracker }: { readonly page: BallotPage; readonly tracker: string }) {
  const { say } = useVotingSpeech();
  const { committeeName, title } = page;
  const [label, meaning] = [say('tracker'), say('trackerMeaning')];
  const picture = useMemo(
    () => drawTracker(tracker, { committeeName, title, label, meaning }),
    [tracker, committeeName, title, label, meaning],
  );
  if (picture === undefined) return null;
  return (
    <>
      <a class="button" href={picture} download={`${tracker.slice(0, 8).replace(/\W/g, '-')}.png`}>
        {say('savePicture')}
      </a>
      <p class="quiet small">{say('pictureHint')}</p>
      <img class="tracker-picture" src={picture} alt={say('pictureAlt', { tracker })} />
    </>
  );
}

function Again({ voting, mayRecast }: Pick<Props, 'voting' | 'mayRecast'>) {
  const { say } = useVotingSpeech();
  const note = voting.hasCredential ? 'castAgainNote' : 'castAgainScan';
  return (
    <section aria-labelledby="again-title">
      <h2 id="again-title">{say('castAgain')}</h2>
      <p>{say(mayRecast ? note : 'cannotCastAgain')}</p>
      {mayRecast && voting.hasCredential && (
        <button type="button" onClick={voting.markAgain}>
          {say('castAgain')}
        </button>
      )}
    </section>
  );
}

function Forget({ voting }: { readonly voting: Voting }) {
  const { say } = useVotingSpeech();
  const ask = () => {
    if (!window.confirm(say('forgetAsk'))) return;
    voting.forget();
    window.location.reload();
  };
  return (
    <button type="button" class="tool" onClick={ask}>
      {say('forget')}
    </button>
  );
}
