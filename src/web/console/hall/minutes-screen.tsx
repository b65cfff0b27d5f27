import { useState } from 'preact/hooks';
import { addressOf, call } from '../../../client/api.ts';
import { attachSignedMinutes, readMinutes, readSignedMinutes } from '../../../contract/results/results.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { FileField } from '../../shared/forms/fields.tsx';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { withFile } from '../../shared/forms/with-file.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

const maxBytes = attachSignedMinutes.body.maximum;

/** The minutes to print and sign, and the scan of the signed ones. */
export function MinutesScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const parts = { params: { sessionId: session.id } };
  const mayAttach = session.state === 'tallied' && (session.held.includes('chair') || session.held.includes('office'));
  return (
    <>
      {session.held.includes('chair') && (
        <p>
          <a class="button main-button" href={addressOf(connection, readMinutes, parts)} target="_blank" rel="noopener">
            {t('minutesOpen')}
          </a>
        </p>
      )}
      <p>{t('minutesHow')}</p>
      <h2>{t('signedTitle')}</h2>
      <p role="status">{t(session.signedMinutes ? 'signedThere' : 'signedMissing')}</p>
      {session.signedMinutes && session.held.includes('chair') && (
        <p>
          <a href={addressOf(connection, readSignedMinutes, parts)} target="_blank" rel="noopener">
            {t('signedOpen')}
          </a>
        </p>
      )}
      {mayAttach && <Attach session={session} reload={reload} />}
    </>
  );
}

function Attach({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [file, setFile] = useState<File>();
  const [saved, setSaved] = useState(false);
  const unsaved = useUnsaved(file?.name ?? null);
  const attach = useStepAction({ reload }, (chosen: File) =>
    withFile(chosen, (body) => call(connection, attachSignedMinutes, { params: { sessionId: session.id }, body })),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    if (file === undefined) return;
    const reply = await attach.run(file);
    if (reply?.ok) unsaved.keep();
    setSaved(reply?.ok === true);
  };
  const tooLarge = file !== undefined && file.size > maxBytes;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <FileField
        label={t('signedFile')}
        hint={t('signedFileHint')}
        error={tooLarge ? t('signedTooLarge') : undefined}
        accept="application/pdf"
        onFile={(chosen) => {
          setSaved(false);
          setFile(chosen);
        }}
        required
      />
      <FailureNote failure={attach.failure} />
      <DoneNote text={saved && !attach.busy ? t('signedSaved') : undefined} />
      <p>
        <button type="submit" class="main-button" disabled={attach.busy || file === undefined || tooLarge}>
          {t('signedAttach')}
        </button>
      </p>
    </form>
  );
}
