import { useTranslation } from '../show/sentences.ts';
import { showDateTime } from '../show/show-date.ts';
import { draftSentences } from './draft-sentences.ts';
import type { FoundDraft } from './use-draft.ts';

/** Says that what was left unsaved is here again, and lets it be dropped. */
export function DraftFound({ found }: { readonly found: FoundDraft }) {
  const { t, language } = useTranslation(draftSentences);
  return (
    <div class="note" role="status">
      <p>{t(found.isTaken ? 'draftTaken' : 'draftOffered', { at: showDateTime(language, found.at) })}</p>
      <div class="choices">
        {!found.isTaken && (
          <button type="button" onClick={found.take}>
            {t('draftTake')}
          </button>
        )}
        <button type="button" onClick={found.drop}>
          {t('draftDrop')}
        </button>
      </div>
    </div>
  );
}
