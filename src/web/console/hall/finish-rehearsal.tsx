import { call } from '../../../client/api.ts';
import { finishRehearsal } from '../../../contract/ceremony/ceremony.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

interface Props extends Pick<StepProps, 'session' | 'reload'> {
  readonly sharesOf: readonly number[];
}

/** Ends the wait for tellers who cannot be awaited, naming them; there once enough others have read their cards. */
export function FinishRehearsal({ session: { id, tellers, threshold }, reload, sharesOf }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const finish = useStepAction({ reload }, (missing: number[]) =>
    call(connection, finishRehearsal, { params: { sessionId: id }, body: { missing } }),
  );
  if (sharesOf.length < threshold) return null;
  const awaited = tellers.filter(({ index }) => !sharesOf.includes(index));
  const names = awaited.map(({ name }) => name).join(', ');
  return (
    <section>
      <p>{t('rehearsalGoOnHow')}</p>
      <FailureNote failure={finish.failure} />
      <ConfirmButton
        label={t('rehearsalGoOnLabel', { names })}
        sentence={t('rehearsalGoOnAsk', { names })}
        yes={t('rehearsalGoOnYes')}
        busy={finish.busy}
        onConfirm={() => void finish.run(awaited.map(({ index }) => index))}
      />
    </section>
  );
}
