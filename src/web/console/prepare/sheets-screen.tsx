import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { voidSheet } from '../../../contract/papers/papers.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { DecisionsMade } from './decisions-made.tsx';
import { Figures } from './figures.tsx';
import { JointProposal } from './joint-proposal.tsx';
import { StubForm } from './stub-form.tsx';

/** Spoiled and lost sheets. */
export function SheetsScreen({ session, reload }: StepProps) {
  const before = !hasReached(session, 'counting');
  return (
    <>
      <Figures session={session} />
      <VoidSheet session={session} reload={reload} />
      {before && <LostSheet session={session} reload={reload} />}
    </>
  );
}

/** With its stub, or the sheet itself: void it, hand out a fresh one; the tick on the roll then stands for that. */
function VoidSheet({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [serial, setSerial] = useState<string>();
  const [done, setDone] = useState<string>();
  const action = useStepAction({ reload }, (sheet: string) =>
    call(connection, voidSheet, { params: { sessionId: session.id }, body: { serial: sheet } }),
  );
  const annul = async (sheet: string) => {
    const reply = await action.run(sheet);
    setSerial(undefined);
    if (reply?.ok) setDone(sheet);
  };
  const read = (sheet: string) => {
    action.clear();
    setDone(undefined);
    setSerial(sheet);
  };
  return (
    <section>
      <h2>{t('voidTitle')}</h2>
      <p>{t('voidHow')}</p>
      <StubForm
        sessionId={session.id}
        label={t('stubLabel')}
        action={t('readStub')}
        busy={action.busy}
        onSerial={read}
      />
      {serial && (
        <ConfirmButton
          key={serial}
          label={t('voidSheet', { serial })}
          sentence={t('voidSheetSure', { serial })}
          yes={t('voidSheetYes')}
          main
          busy={action.busy}
          onConfirm={() => void annul(serial)}
        />
      )}
      <FailureNote failure={action.failure} />
      <DoneNote text={done === undefined ? undefined : t('voided', { serial: done })} />
    </section>
  );
}

/** Without its stub nobody knows which sheet it was: chair and tellers decide, and the minutes say so. */
function LostSheet({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const isChair = session.held.includes('chair');
  const [proposed, setProposed] = useState(0);
  return (
    <section>
      <h2>{t('lostTitle')}</h2>
      <p>{t('lostHow')}</p>
      <DecisionsMade
        session={session}
        reload={reload}
        kinds={['replace-lost-sheet']}
        describe={() => t('decidedLost')}
      />
      {isChair ? (
        <JointProposal
          key={proposed}
          session={session}
          reload={reload}
          action={{ kind: 'replace-lost-sheet' }}
          label={t('proposeLost')}
          sentence={t('lostSure')}
          onProposed={() => setProposed(proposed + 1)}
        />
      ) : (
        <p class="note">{t('onlyChair')}</p>
      )}
    </section>
  );
}
