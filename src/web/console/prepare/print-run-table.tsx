import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { confirmPrintRun, voidPrintRun } from '../../../contract/papers/papers.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { NumberField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

type PrintRun = ConsoleSession['printRuns'][number];

const statusNames = { printed: 'printRunPrinted', confirmed: 'printRunConfirmed', void: 'printRunVoid' } as const;

/** Every print run that was registered: counted and confirmed, or voided after a jam. */
export function PrintRunTable({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  if (session.printRuns.length === 0) return null;
  return (
    <section>
      <h2>{t('printRunsTitle')}</h2>
      <ul class="entries">
        {session.printRuns.map((printRun, index) => (
          <li key={printRun.id}>
            <PrintRunEntry session={session} reload={reload} printRun={printRun} number={index + 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether phones were to open these sheets at an address that the service has no more. */
function leadsNowhere(
  { phoneUse, serviceAddress, signInAddress }: ConsoleSession,
  { status, address }: PrintRun,
): boolean {
  if (phoneUse !== null || status === 'void' || address === null) return false;
  return address !== serviceAddress && address !== signInAddress;
}

function PrintRunEntry({ session, reload, printRun, number }: StepProps & { printRun: PrintRun; number: number }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [counted, setCounted] = useState<number>();
  const params = { sessionId: session.id, printRunId: printRun.id };
  const confirm = useStepAction({ reload }, (sheets: number) =>
    call(connection, confirmPrintRun, { params, body: { counted: sheets } }),
  );
  const annul = useStepAction({ reload }, () => call(connection, voidPrintRun, { params }));
  const submit = (event: Event) => {
    event.preventDefault();
    if (counted !== undefined) void confirm.run(counted);
  };
  const changeable = session.state === 'issued';
  return (
    <>
      <h3>
        {t('printRunNumber', { number, count: printRun.size })}{' '}
        <span class="quiet small">{t(statusNames[printRun.status])}</span>
      </h3>
      {printRun.recalled && printRun.status !== 'void' && <p>{t('printRunRecalled')}</p>}
      {changeable && leadsNowhere(session, printRun) && (
        <p class="note note-strong">{t('printRunGone', { address: printRun.address ?? '' })}</p>
      )}
      {changeable && printRun.status === 'printed' && (
        <form class="inline-form inline-short" onSubmit={submit}>
          <NumberField label={t('countedSheets')} value={counted} onInput={setCounted} minimum={0} required />
          <button type="submit" class="main-button" disabled={confirm.busy}>
            {t('confirmPrintRun')}
          </button>
        </form>
      )}
      <FailureNote failure={confirm.failure ?? annul.failure} />
      {changeable && printRun.status !== 'void' && (
        <ConfirmButton
          label={t('voidPrintRun')}
          sentence={t('voidPrintRunSure', { count: printRun.size })}
          yes={t('voidPrintRun')}
          busy={annul.busy}
          onConfirm={() => void annul.run()}
        />
      )}
    </>
  );
}
