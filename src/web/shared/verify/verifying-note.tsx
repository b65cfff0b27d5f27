import { useTranslation } from '../show/sentences.ts';
import type { VerifyingHere } from './use-verifying.ts';
import { VerifyOutcome } from './verify-outcome.tsx';
import { VerifyProgressNote } from './verify-progress.tsx';
import { verifySentences } from './verify-sentences.ts';

/** What a verification on this screen has come to. */
export function VerifyingNote({ verifying: { state, cancel } }: { readonly verifying: VerifyingHere }) {
  const { t } = useTranslation(verifySentences);
  return (
    <>
      <div role="status">{state.step === 'given-up' && <p class="note">{t('givenUp')}</p>}</div>
      <div role="alert">
        {state.step === 'broken' && <p class="note alarm">{t('broken', { reason: state.reason })}</p>}
      </div>
      {state.step === 'running' && <VerifyProgressNote progress={state.progress} cancel={cancel} />}
      {state.step === 'done' && <VerifyOutcome report={state.report} />}
    </>
  );
}
