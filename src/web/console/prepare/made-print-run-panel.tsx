import { registerPrintRun } from '../../../client/register-print-run.ts';
import { transientRefusals } from '../../../client/transient-refusals.ts';
import { fileName, pageFileKinds } from '../../../contract/documents/file-name.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { waitOrOnline } from '../../shared/fetch/wait.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { usePdfActions } from '../../shared/print/use-pdf-actions.ts';
import { ProgressNote } from '../../shared/show/progress-note.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { SilenceNote } from '../../shared/workers/silence-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { forgetPrintRun, type MadePrintRun, noteTaken } from './printing/printing.ts';

interface Props extends StepProps {
  readonly printRun: MadePrintRun;
}

/** The print run on this machine: being made, or waiting to be saved and registered. */
export function MadePrintRunPanel({ printRun, ...step }: Props) {
  const { t } = useTranslation(sentences);
  switch (printRun.stage) {
    case 'making':
      return (
        <>
          <ProgressNote
            label={t(printRun.made < printRun.total ? 'makingCodes' : 'drawingSheets', { count: printRun.total })}
            done={printRun.made < printRun.total ? printRun.made : printRun.drawn}
            total={printRun.total}
            cancel={forgetPrintRun}
          />
          <SilenceNote what={t('printingSilent')} />
        </>
      );
    case 'failed':
      return (
        <div class="note alarm" role="alert">
          <p>{t('printingFailed')}</p>
          <button type="button" onClick={forgetPrintRun}>
            {t('startAnew')}
          </button>
        </div>
      );
    case 'made':
      return <Made printRun={printRun} {...step} />;
  }
}

/** The file first, then the register: were it the other way round, papers could be known that nobody can print. */
function Made({ printRun, session, reload }: StepProps & { readonly printRun: MadePrintRun & { stage: 'made' } }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const about = String(printRun.total);
  const file = {
    kind: pageFileKinds.ballotSheets,
    about,
    committee: session.committeeName,
    day: session.heldOn,
  } as const;
  const { save, open } = usePdfActions(printRun.pdf, fileName({ ...file, ending: 'pdf' }), noteTaken);
  const action = useStepAction({ reload }, async () => {
    return registerPrintRun(connection, { wait: waitOrOnline }, session.id, printRun);
  });
  const register = async () => {
    const reply = await action.run();
    if (reply?.ok) forgetPrintRun();
  };
  const refused = action.failure !== undefined && !transientRefusals.has(action.failure.refusal);
  return (
    <section class="note note-strong" aria-labelledby="made-print-run">
      <div role="status">
        <h2 id="made-print-run">{t('printRunMade', { count: printRun.total })}</h2>
      </div>
      <ol>
        <li>
          {t('takeFile')}
          {printRun.pagesEach > 1 && <p>{t('printBothSides', { pages: printRun.pagesEach })}</p>}
          <div class="choices">
            <button type="button" class={printRun.taken ? '' : 'main-button'} onClick={save}>
              {t('saveFile')}
            </button>
            <button type="button" onClick={open}>
              {t('openFile')}
            </button>
          </div>
        </li>
        <li>
          {t('thenRegister')}
          <FailureNote failure={action.failure} />
          {refused && <p>{t('registerRefused')}</p>}
          <div class="choices">
            <button
              type="button"
              class={printRun.taken ? 'main-button' : ''}
              disabled={!printRun.taken || action.busy}
              onClick={() => void register()}
            >
              {t('registerPrintRun')}
            </button>
            <ConfirmButton
              label={t('discardPrintRun')}
              sentence={t('discardPrintRunSure')}
              yes={t('discardPrintRun')}
              disabled={action.busy}
              onConfirm={forgetPrintRun}
            />
          </div>
        </li>
      </ol>
    </section>
  );
}
