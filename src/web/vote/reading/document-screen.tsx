import { useEffect, useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import type { BallotPage } from '../../../client/sealing.ts';
import { readDossier } from '../../../contract/dossiers/dossiers.ts';
import { readSessionReport } from '../../../contract/half-term/half-term.ts';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ScreenTitle } from '../../shared/frame/screen-title.tsx';
import { PdfPages } from '../../shared/pdf/pdf-pages.tsx';
import { useVotingTranslation } from '../translation.ts';
import type { Voting } from '../voting.ts';
import type { VotersDocument } from './voters-document.ts';

interface Props {
  readonly voting: Voting;
  readonly page: BallotPage;
  readonly document: VotersDocument;
}

/**
 * A document, in the page. It is fetched with the session's read key, which a plain link cannot carry, and which says
 * nothing of the paper.
 */
export function DocumentScreen({ voting, page: { sessionId }, document }: Props) {
  const { t } = useVotingTranslation();
  const read = () =>
    document.kind === 'dossier'
      ? call(voting.connection, readDossier, { params: { sessionId, dossierId: document.dossierId } })
      : call(voting.connection, readSessionReport, {
          params: { sessionId, period: document.period, kind: document.report },
        });
  const file = useLoad(async () => {
    const reply = await read();
    return reply.ok ? { ...reply, value: { bytes: reply.value, name: reply.fileName } } : reply;
  }, [sessionId]);
  const back = (
    <p>
      <button type="button" onClick={() => voting.back()}>
        {t('backFromDocument')}
      </button>
    </p>
  );
  return (
    <main class="reading document">
      <ScreenTitle>{document.title}</ScreenTitle>
      {document.of !== null && <p>{document.of}</p>}
      {back}
      <Loaded of={file}>{(fetched) => <Shown {...fetched} />}</Loaded>
      {back}
    </main>
  );
}

function Shown({ bytes, name = '' }: { readonly bytes: Uint8Array; readonly name: string | undefined }) {
  const { t } = useVotingTranslation();
  const [address, setAddress] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return (
    <>
      {address !== undefined && (
        <p>
          <a class="button dossier" href={address} download={name}>
            {t('downloadDocument')}
          </a>
        </p>
      )}
      {failed ? (
        <div class="note" role="status">
          <p>{t('documentNotShown')}</p>
        </div>
      ) : (
        <PdfPages bytes={bytes} onFailed={() => setFailed(true)} />
      )}
    </>
  );
}
