import { useMemo } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { ScreenTitle } from '../shared/screen-title.tsx';
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
  const missing = state.found.step === 'missing';
  const over = page !== undefined && isOver(page);
  const heading = missing ? 'alarmTitle' : over ? 'closedTitle' : 'inBoxTitle';
  return (
    <main>
      <ScreenTitle key={heading}>{say(heading)}</ScreenTitle>
      {missing ? <Alarm /> : <p>{say(over ? 'closed' : 'inBox')}</p>}
      <section aria-labelledby="tracker-title" class="receipt">
        <h2 id="tracker-title">{say('tracker')}</h2>
        <TrackerGroups tracker={tracker} />
        <p>{say('trackerMeaning')}</p>
        {page !== undefined && !shared && <TrackerPicture page={page} tracker={tracker} />}
      </section>
      <section aria-labelledby="check-title">
        <h2 id="check-title">{say('checkTitle')}</h2>
        <Findings found={state.found} />
        <button type="button" disabled={state.found.step === 'looking'} onClick={() => void voting.look()}>
          {say('check')}
        </button>
      </section>
      {page?.state === 'open' && !shared && <Again voting={voting} mayRecast={mayRecast} />}
      {over && !shared && <Forget voting={voting} />}
    </main>
  );
}

function Alarm() {
  const { say } = useVotingSpeech();
  return (
    <div class="note alarm" role="alert">
      <p>{say('alarm')}</p>
    </div>
  );
}

export function Findings({ found }: { readonly found: Found }) {
  const { say } = useVotingSpeech();
  return <p role="status">{words()}</p>;

  function words(): string {
    if (found.step === 'found') return say(found.closed ? 'checkFoundClosed' : 'checkFound', { count: found.count });
    if (found.step === 'missing') return say('alarmTitle');
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
