import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { fileName, pageFileKinds } from '../../../contract/documents/file-name.ts';
import { readSheetPreview } from '../../../contract/papers/papers.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useAction } from '../../shared/forms/use-action.ts';
import { usePdfActions } from '../../shared/print/use-pdf-actions.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { type LastingLine, lastingLine } from '../../shared/workers/lasting-line.ts';
import { SilenceNote } from '../../shared/workers/silence-note.tsx';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { PrintPrograms, TestRequest } from './printing/print-message.ts';
import { testSheetSentences } from './test-sheet-sentences.ts';

type Drawn =
  | { readonly stage: 'drawing' }
  | { readonly stage: 'drawn'; readonly pdf: Blob }
  | { readonly stage: 'failed' };

interface Props {
  readonly session: Pick<ConsoleSession, 'id' | 'heldOn' | 'committeeName'>;
  /** Before the lists are final it is looked at; afterwards it tries the printer. */
  readonly label: 'previewSheet' | 'testPrint';
}

/** One sheet as the lists stand now that is plainly no ballot, to look at and to try the printer with. */
export function TestSheet({ session, label }: Props) {
  const { t, language } = useTranslation(testSheetSentences);
  const connection = useConnection();
  const [request, setRequest] = useState<TestRequest>();
  const action = useAction(() => call(connection, readSheetPreview, { params: { sessionId: session.id } }));
  const draw = async () => {
    const reply = await action.run();
    if (reply?.ok) setRequest({ data: reply.value, order: { language, createdAt: new Date() } });
  };
  return (
    <section>
      <p>{t('testSheetHow')}</p>
      <p>
        <button type="button" disabled={action.busy} onClick={() => void draw()}>
          {t(label)}
        </button>
      </p>
      <FailureNote failure={action.failure} />
      {request && (
        <DrawnSheet
          request={request}
          name={fileName({
            kind: pageFileKinds.testSheet,
            committee: session.committeeName,
            day: session.heldOn,
            ending: 'pdf',
          })}
        />
      )}
    </section>
  );
}

function DrawnSheet({ request, name }: { readonly request: TestRequest; readonly name: string }) {
  const { t } = useTranslation(sentences);
  const drawn = useDrawn(request);
  switch (drawn.stage) {
    case 'drawing':
      return <SilenceNote what={t('printingSilent')} />;
    case 'failed':
      return (
        <p class="note alarm" role="alert">
          {t('printingFailed')}
        </p>
      );
    case 'drawn':
      return <TakeSheet pdf={drawn.pdf} name={name} />;
  }
}

function TakeSheet({ pdf, name }: { readonly pdf: Blob; readonly name: string }) {
  const { t } = useTranslation(sentences);
  const { save, open } = usePdfActions(pdf, name, () => undefined);
  return (
    <div class="choices" role="status">
      <button type="button" class="main-button" onClick={open}>
        {t('openFile')}
      </button>
      <button type="button" onClick={save}>
        {t('saveFile')}
      </button>
    </div>
  );
}

/** Drawn in the worker that prints, away from the screen. */
function useDrawn(request: TestRequest): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ stage: 'drawing' });
  useEffect(() => {
    setDrawn({ stage: 'drawing' });
    const start = () => new Worker(new URL('./printing/print.worker.ts', import.meta.url));
    const line: LastingLine<PrintPrograms> = lastingLine<PrintPrograms>(start, { repeatable: true });
    const take = (next: Drawn) => {
      line.close();
      setDrawn(next);
    };
    line.call('test', request).then(
      (pdf) => take({ stage: 'drawn', pdf: new Blob([pdf], { type: 'application/pdf' }) }),
      () => take({ stage: 'failed' }),
    );
    return line.close;
  }, [request]);
  return drawn;
}
