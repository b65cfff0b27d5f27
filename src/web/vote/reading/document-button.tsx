import { useVotingTranslation } from '../translation.ts';
import type { Voting } from '../voting.ts';
import type { VotersDocument } from './voters-document.ts';

interface Props {
  readonly voting: Voting;
  readonly document: VotersDocument;
}

/** Opens a document in the page with one tap; Back leads here again. */
export function DocumentButton({ voting, document }: Props) {
  const { t } = useVotingTranslation();
  const id = document.kind === 'dossier' ? document.dossierId : `${document.period}-${document.report}`;
  return (
    <button type="button" id={`document-${id}`} class="dossier" onClick={() => voting.read(document)}>
      {t('readDossier', { title: document.title })}
    </button>
  );
}
