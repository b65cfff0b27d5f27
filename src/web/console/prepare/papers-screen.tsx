import { useStore } from '../../shared/device/use-store.ts';
import { hashTo } from '../../shared/frame/hash.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { Figures } from './figures.tsx';
import { MadePrintRunPanel } from './made-print-run-panel.tsx';
import { PrintForm } from './print-form.tsx';
import { PrintRunTable } from './print-run-table.tsx';
import { printing } from './printing/printing.ts';
import { TestSheetLater } from './test-sheet-later.tsx';

/** Papers are made and printed in this browser; the service only ever sees their public halves. */
export function PapersScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const { sessionId, printRun } = useStore(printing);
  const mine = sessionId === session.id ? printRun : undefined;
  const mayPrint = session.state === 'issued';
  const { phoneUse, phonesSeen, serviceAddress } = session;
  const isUntried = phoneUse === null && !phonesSeen.some(({ address }) => address === serviceAddress);
  return (
    <>
      <p>{t('papersMade')}</p>
      <Figures session={session} />
      {mine && <MadePrintRunPanel session={session} reload={reload} printRun={mine} />}
      <PrintRunTable session={session} reload={reload} />
      {printRun !== undefined && mine === undefined && <p class="note">{t('printingElsewhere')}</p>}
      {mayPrint && isUntried && (
        <p class="note note-strong">
          {t('papersUntried', { address: serviceAddress })}{' '}
          <a href={hashTo(session.id, 'connection')}>{t('stepConnection')}</a>
        </p>
      )}
      {mayPrint && printRun === undefined && <PrintForm session={session} />}
      {mayPrint && printRun === undefined && <TestSheetLater session={session} label="testPrint" />}
      {!mayPrint && <p class="note">{t('noMorePapers')}</p>}
    </>
  );
}
