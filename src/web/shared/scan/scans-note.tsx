import { transientRefusals } from '../../../client/transient-refusals.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { useTranslation } from '../show/sentences.ts';
import { scanSentences } from './scan-sentences.ts';
import type { Scans } from './use-scans.ts';

/** What was scanned and has not had its turn, and what stands in its way. */
export function ScansNote({ scans: { waiting, failure, retry, skip } }: { readonly scans: Scans }) {
  const { t } = useTranslation(scanSentences);
  const mayRetry =
    failure !== undefined && (transientRefusals.has(failure.refusal) || failure.refusal === 'not-signed-in');
  return (
    <>
      <p class="quiet small waiting-codes">{waiting > 0 && t('codesWaiting', { number: waiting })}</p>
      <FailureNote failure={failure} {...(mayRetry ? { retry } : {})} />
      {failure && (
        <button type="button" onClick={skip}>
          {t('skipCode')}
        </button>
      )}
    </>
  );
}
