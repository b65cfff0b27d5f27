import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { fetchRecordWithHints } from '../../client/record-with-hints.ts';
import { type ResultView, readRecordDocuments, readSupplement } from '../../contract/results/results.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { useVerifying } from '../shared/verify/use-verifying.ts';
import type { SentReport } from '../shared/verify/verify-message.ts';
import { VerifyingNote } from '../shared/verify/verifying-note.tsx';
import { findDifference } from './compare-shown.ts';
import { sentences } from './sentences.ts';

/** The whole record checked on the reader's own device, and this page's table compared with what it says. */
export function VerifyHere({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const verifying = useVerifying();
  const [begun, setBegun] = useState(false);
  const fetching = useAction(async () => {
    const of = { params: { sessionId: view.sessionId } };
    const [fetched, supplement, documents] = await Promise.all([
      fetchRecordWithHints(connection, view.sessionId),
      call(connection, readSupplement, of),
      call(connection, readRecordDocuments, of),
    ]);
    if (!fetched.ok) return fetched;
    if (!supplement.ok) return supplement;
    if (!documents.ok) return documents;
    const { uuid, head, height } = view.record;
    const { roll, form, briefing } = documents.value;
    const { record, hints } = fetched.value;
    setBegun(true);
    verifying.begin(record, {
      uuid,
      ...(hints && { hints }),
      supplement: supplement.value,
      heads: [{ hash: head, height }],
      final: true,
      documents: { roll: utf8Bytes(roll), form: utf8Bytes(form), briefing: utf8Bytes(briefing) },
    });
    return fetched;
  });
  const { state } = verifying;
  const busy = fetching.busy || state.step === 'running';
  return (
    <section class="no-print">
      <h2>{t('verifyTitle')}</h2>
      <p>{t('verifyPurpose')}</p>
      {!busy && (
        <button type="button" class="main-button" onClick={() => void fetching.run()}>
          {t(begun ? 'verifyAgain' : 'verify')}
        </button>
      )}
      <p role="status">{fetching.busy && t('fetching')}</p>
      <FailureNote failure={fetching.failure} />
      {!fetching.busy && <VerifyingNote verifying={verifying} />}
      {state.step === 'done' && state.report.ok && <Comparison view={view} report={state.report} />}
    </section>
  );
}

/** What the service shows is not part of the record: it could still say something else. */
function Comparison({ view, report }: { readonly view: ResultView; readonly report: SentReport }) {
  const { t } = useTranslation(sentences);
  const where = findDifference(view, report);
  if (where === undefined) return <p class="note note-strong">{t('sameAsShown')}</p>;
  return (
    <p class="note alarm" role="alert">
      <strong>{t('differsFromShown', { where })}</strong>
    </p>
  );
}
