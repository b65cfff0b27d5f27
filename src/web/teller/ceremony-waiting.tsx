import type { CeremonyView } from '../../client/teller/ceremony.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';

/** Before papers are issued there is nothing for tellers to do. */
export function DraftScreen({ session, me }: StageProps) {
  const { say } = useTellerSpeech();
  return (
    <>
      <ScreenTitle>{say('draftTitle')}</ScreenTitle>
      <p role="status">{say('draft')}</p>
      <TellerList tellers={session.tellers} me={me} />
    </>
  );
}

export function BeforeCeremonyScreen({ session, me }: StageProps) {
  const { say } = useTellerSpeech();
  return (
    <>
      <ScreenTitle>{say('beforeTitle')}</ScreenTitle>
      <p role="status">{say('before')}</p>
      <TellerList tellers={session.tellers} me={me} />
    </>
  );
}

/** The ceremony was begun on another phone, or this one has lost what it kept. */
export function ElsewhereScreen() {
  const { say } = useTellerSpeech();
  return (
    <>
      <ScreenTitle>{say('elsewhereTitle')}</ScreenTitle>
      <p role="status">{say('elsewhere')}</p>
    </>
  );
}

/** A run that failed: who complained and why, and what to do. */
export function FailedScreen({ state: { ceremony }, me }: StageProps) {
  const { say } = useTellerSpeech();
  const complaint = ceremony?.complaint;
  if (!ceremony || !complaint) return null;
  return (
    <>
      <ScreenTitle>{say('failedTitle')}</ScreenTitle>
      <div class="note alarm" role="alert">
        <p>{whoComplained(ceremony, complaint, say)}</p>
        <p>{whyOf(complaint, say)}</p>
        {complaint.against !== null && <p>{say('failedAgainst', { name: nameOf(ceremony, complaint.against) })}</p>}
      </div>
      <p>{say('failedNow')}</p>
      <TellerList tellers={ceremony.tellers} me={me} />
    </>
  );
}

type Complaint = NonNullable<CeremonyView['complaint']>;
type Say = ReturnType<typeof useTellerSpeech>['say'];

function nameOf({ tellers }: CeremonyView, index: number): string {
  return tellers.find((teller) => teller.index === index)?.name ?? '';
}

function whoComplained(view: CeremonyView, { by, reason }: Complaint, say: Say): string {
  const name = nameOf(view, by);
  return reason === 'teller-replaced' ? say('failedReplaced', { name }) : say('failedBy', { name });
}

function whyOf({ reason }: Complaint, say: Say): string {
  switch (reason) {
    case 'teller-replaced':
      return say('failedReplacedWhy');
    case 'spoken-code-differs':
      return say('failedCode');
    case 'own-certificate':
      return say('failedOwn');
    case 'threshold':
      return say('failedSize');
    default:
      return say('failedMessage', { reason });
  }
}
