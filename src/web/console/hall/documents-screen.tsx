import { addressOf } from '../../../client/api.ts';
import { type RoundDocument, readRoundDocument, roundDocuments } from '../../../contract/documents/documents.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { type Sentence, sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';

const titles: Readonly<Record<RoundDocument, Sentence>> = {
  decision: 'documentDecision',
  summons: 'documentSummons',
  subjects: 'documentSubjects',
  roll: 'documentRoll',
  receipt: 'documentReceipt',
};

/** The papers of the round that an office prints and signs. */
export function DocumentsScreen({ session }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const address = (document: RoundDocument) =>
    addressOf(connection, readRoundDocument, { params: { sessionId: session.id, document } });
  return (
    <>
      <p>{t('documentsHow')}</p>
      <ul class="entries">
        {roundDocuments.map((document) => (
          <li key={document}>
            <a href={address(document)} download>
              {t(titles[document])} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
