import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { confirmBatch, voidBatch } from '../../../contract/papers/papers.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { NumberField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { SessionView } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

type Batch = SessionView['batches'][number];

const statusNames = { printed: 'batchPrinted', confirmed: 'batchConfirmed', void: 'batchVoid' } as const;

/** Every batch that was registered: counted and confirmed, or voided after a jam. */
export function BatchTable({ session, reload }: StepProps) {
  const { say } = useTranslation(sentences);
  if (session.batches.length === 0) return null;
  return (
    <section>
      <h2>{say('batchesTitle')}</h2>
      <ul class="entries">
        {session.batches.map((batch, index) => (
          <li key={batch.id}>
            <BatchEntry session={session} reload={reload} batch={batch} number={index + 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BatchEntry({ session, reload, batch, number }: StepProps & { batch: Batch; number: number }) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const [counted, setCounted] = useState<number>();
  const params = { sessionId: session.id, batchId: batch.id };
  const confirm = useStepAction({ reload }, (sheets: number) =>
    call(connection, confirmBatch, { params, body: { counted: sheets } }),
  );
  const annul = useStepAction({ reload }, () => call(connection, voidBatch, { params }));
  const submit = (event: Event) => {
    event.preventDefault();
    if (counted !== undefined) void confirm.run(counted);
  };
  const changeable = session.state === 'issued';
  return (
    <>
      <h3>
        {say('batchNumber', { number, count: batch.size })}{' '}
        <span class="quiet small">{say(statusNames[batch.status])}</span>
      </h3>
      {batch.recalled && batch.status !== 'void' && <p>{say('batchRecalled')}</p>}
      {changeable && batch.status === 'printed' && (
        <form class="inline-form inline-short" onSubmit={submit}>
          <NumberField label={say('countedSheets')} value={counted} onInput={setCounted} minimum={0} required />
          <button type="submit" class="main-button" disabled={confirm.busy}>
            {say('confirmBatch')}
          </button>
        </form>
      )}
      <FailureNote failure={confirm.failure ?? annul.failure} />
      {changeable && batch.status !== 'void' && (
        <ConfirmButton
          label={say('voidBatch')}
          sentence={say('voidBatchSure', { count: batch.size })}
          yes={say('voidBatch')}
          busy={annul.busy}
          onConfirm={() => void annul.run()}
        />
      )}
    </>
  );
}
