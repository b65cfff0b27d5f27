import type { CeremonyView } from '../../client/teller/ceremony.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';
import { RoundList, TellerList } from './teller-list.tsx';

/** Who takes part, and how many open the totals: compared with what was agreed in the hall (PROTOCOL K1). */
export function JoinScreen({ telling, state, me }: StageProps) {
  const { say } = useTellerSpeech();
  const { ceremony, kept } = state;
  if (ceremony === null) return null;
  const { size, threshold, tellers } = ceremony;
  return (
    <>
      <ScreenTitle>{say('joinTitle')}</ScreenTitle>
      {kept !== null && kept.run !== ceremony.run && <p class="note note-strong">{say('joinAgain')}</p>}
      <p>{say('joinWhat')}</p>
      <p class="figures">{say('joinSize', { size, threshold })}</p>
      <TellerList tellers={tellers} me={me} />
      <p>{say('joinQuestion')}</p>
      <div class="actions">
        <button type="button" class="main-button" onClick={telling.join}>
          {say('join')}
        </button>
      </div>
      <p class="quiet">{say('joinNot')}</p>
    </>
  );
}

const rounds: readonly CeremonyView['round'][] = [
  ...(['certificates', 'spoken-code', 'commitments', 'polynomials', 'outputs'] as const),
];

/** The rounds that run by themselves. */
export function CeremonyScreen({ state: { ceremony }, me }: StageProps) {
  const { say } = useTellerSpeech();
  if (ceremony === null) return null;
  const step = rounds.indexOf(ceremony.round) + 1 || rounds.length;
  return (
    <>
      <ScreenTitle>{say('ceremonyTitle')}</ScreenTitle>
      <p role="status">{say('ceremonyStep', { step, steps: rounds.length })}</p>
      <RoundList view={ceremony} me={me} />
      <p class="quiet">{say('ceremonyRuns')}</p>
    </>
  );
}

/** The one stop: the same code on every screen, read aloud. */
export function CodeScreen({ telling, state: { code, ceremony }, me }: StageProps) {
  const { say } = useTellerSpeech();
  if (code === null || ceremony === null) return null;
  return (
    <>
      <ScreenTitle>{say('codeTitle')}</ScreenTitle>
      <p class="spoken-code">
        {code.split(' ').map((group, at) => (
          // Groups may repeat; their place is what they are.
          <span key={String(at)}>{group} </span>
        ))}
      </p>
      <p>{say('codeWhat')}</p>
      <div class="actions">
        <button type="button" class="main-button" onClick={() => void telling.answerCode(true)}>
          {say('codeSame')}
        </button>
        <ConfirmButton
          label={say('codeDiffers')}
          sentence={say('codeDiffersAsk')}
          yes={say('codeDiffersYes')}
          onConfirm={() => void telling.answerCode(false)}
        />
      </div>
      <h2>{say('codeOthers')}</h2>
      <RoundList view={ceremony} me={me} />
    </>
  );
}
