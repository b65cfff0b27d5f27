import { useStore } from '../../shared/device/use-store.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { BatchTable } from './batch-table.tsx';
import { Figures } from './figures.tsx';
import { MadeBatchPanel } from './made-batch-panel.tsx';
import { PrintForm } from './print-form.tsx';
import { printing } from './printing/printing.ts';

/** Papers are made and printed in this browser; the service only ever sees their public halves. */
export function PapersScreen({ session, reload }: StepProps) {
  const { say } = useTranslation(sentences);
  const { sessionId, batch } = useStore(printing);
  const mine = sessionId === session.id ? batch : undefined;
  const mayPrint = session.state === 'issued';
  return (
    <>
      <p>{say('papersMade')}</p>
      <Figures session={session} />
      {mine && <MadeBatchPanel session={session} reload={reload} batch={mine} />}
      <BatchTable session={session} reload={reload} />
      {batch !== undefined && mine === undefined && <p class="note">{say('printingElsewhere')}</p>}
      {mayPrint && batch === undefined && <PrintForm session={session} />}
      {!mayPrint && <p class="note">{say('noMorePapers')}</p>}
    </>
  );
}
