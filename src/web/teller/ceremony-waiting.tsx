import type { CeremonyView } from '../../client/teller/ceremony.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';
import { useTellerTranslation } from './translation.ts';

/** Before papers are issued there is nothing for tellers to do. */
export function DraftScreen({ session, me }: StageProps) {
  const { t } = useTellerTranslation();
  return (
    <>
      <ScreenTitle>{t('draftTitle')}</ScreenTitle>
      <p role="status">{t('draft')}</p>
      <TellerList tellers={session.tellers} me={me} />
    </>
  );
}

export function BeforeCeremonyScreen({ session, me }: StageProps) {
  const { t } = useTellerTranslation();
  return (
    <>
      <ScreenTitle>{t('beforeTitle')}</ScreenTitle>
      <p role="status">{t('before')}</p>
      <TellerList tellers={session.tellers} me={me} />
    </>
  );
}

/** The ceremony was begun on another phone, or this one has lost what it kept. */
export function ElsewhereScreen() {
  const { t } = useTellerTranslation();
  return (
    <>
      <ScreenTitle>{t('elsewhereTitle')}</ScreenTitle>
      <p role="status">{t('elsewhere')}</p>
    </>
  );
}

/** A run that failed: who complained and why, and what to do. */
export function FailedScreen({ state: { ceremony }, me }: StageProps) {
  const { t } = useTellerTranslation();
  const complaint = ceremony?.complaint;
  if (!ceremony || !complaint) return null;
  return (
    <>
      <ScreenTitle>{t('failedTitle')}</ScreenTitle>
      <div class="note alarm" role="alert">
        <p>{whoComplained(ceremony, complaint, t)}</p>
        <p>{whyOf(complaint, t)}</p>
        {complaint.against !== null && <p>{t('failedAgainst', { name: nameOf(ceremony, complaint.against) })}</p>}
      </div>
      <p>{t('failedNow')}</p>
      <TellerList tellers={ceremony.tellers} me={me} />
    </>
  );
}

type Complaint = NonNullable<CeremonyView['complaint']>;
type Say = ReturnType<typeof useTellerTranslation>['t'];

function nameOf({ tellers }: CeremonyView, index: number): string {
  return tellers.find((teller) => teller.index === index)?.name ?? '';
}

function whoComplained(view: CeremonyView, { by, reason }: Complaint, t: Say): string {
  const name = nameOf(view, by);
  return reason === 'teller-replaced' ? t('failedReplaced', { name }) : t('failedBy', { name });
}

function whyOf({ reason }: Complaint, t: Say): string {
  switch (reason) {
    case 'teller-replaced':
      return t('failedReplacedWhy');
    case 'spoken-code-differs':
      return t('failedCode');
    case 'own-certificate':
      return t('failedOwn');
    case 'threshold':
      return t('failedSize');
    default:
      return t('failedMessage', { reason });
  }
}
