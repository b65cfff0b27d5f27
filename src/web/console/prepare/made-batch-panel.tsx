import { registerBatch } from '../../../client/register-batch.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { waitOrOnline } from '../../shared/fetch/wait.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { usePdfActions } from '../../shared/print/use-pdf-actions.ts';
import { ProgressNote } from '../../shared/show/progress-note.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { forgetBatch, type MadeBatch, noteTaken } from './printing/printing.ts';

interface Props extends StepProps {
  readonly batch: MadeBatch;
}

/** The batch on this machine: being made, or waiting to be saved and registered. */
export function MadeBatchPanel({ batch, ...step }: Props) {
  const { say } = useTranslation(sentences);
  switch (batch.stage) {
    case 'making':
      return (
        <ProgressNote
          label={say(batch.made < batch.total ? 'makingCodes' : 'drawingSheets', { count: batch.total })}
          done={batch.made < batch.total ? batch.made : batch.drawn}
          total={batch.total}
          cancel={forgetBatch}
        />
      );
    case 'failed':
      return (
        <div class="note alarm" role="alert">
          <p>{say('printingFailed')}</p>
          <button type="button" onClick={forgetBatch}>
            {say('startAnew')}
          </button>
        </div>
      );
    case 'made':
      return <Made batch={batch} {...step} />;
  }
}

/** The file first, then the register: were it the other way round, papers could be known that nobody can print. */
function Made({ batch, session, reload }: StepProps & { readonly batch: MadeBatch & { stage: 'made' } }) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const { save, open } = usePdfActions(batch.pdf, `phieu-${session.heldOn}-${batch.total}.pdf`, noteTaken);
  const action = useStepAction({ reload }, async () => {
    const device = { wait: waitOrOnline };
    const reply = await registerBatch(connection, device, session.id, batch.publicCredentials);
    // Nobody else can have made these credentials: an earlier attempt arrived and its answer was lost.
    if (!reply.ok && reply.refusal === 'credential-already-registered') return { ok: true, value: undefined };
    return reply;
  });
  const register = async () => {
    const reply = await action.run();
    if (reply?.ok) forgetBatch();
  };
  const refused = action.failure !== undefined && action.failure.refusal !== 'unreachable';
  return (
    <section class="note note-strong" aria-labelledby="made-batch">
      <div role="status">
        <h2 id="made-batch">{say('batchMade', { count: batch.total })}</h2>
      </div>
      <ol>
        <li>
          {say('takeFile')}
          <div class="choices">
            <button type="button" class={batch.taken ? '' : 'main-button'} onClick={save}>
              {say('saveFile')}
            </button>
            <button type="button" onClick={open}>
              {say('openFile')}
            </button>
          </div>
        </li>
        <li>
          {say('thenRegister')}
          <FailureNote failure={action.failure} />
          {refused && <p>{say('registerRefused')}</p>}
          <div class="choices">
            <button
              type="button"
              class={batch.taken ? 'main-button' : ''}
              disabled={!batch.taken || action.busy}
              onClick={() => void register()}
            >
              {say('registerBatch')}
            </button>
            <ConfirmButton
              label={say('discardBatch')}
              sentence={say('discardBatchSure')}
              yes={say('discardBatch')}
              disabled={action.busy}
              onConfirm={forgetBatch}
            />
          </div>
        </li>
      </ol>
    </section>
  );
}
