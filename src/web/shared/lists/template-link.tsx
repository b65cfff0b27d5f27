import { addressOf } from '../../../client/api.ts';
import { readTemplate } from '../../../contract/documents/templates.ts';
import type { ListKind } from '../../../domain/lists/list-templates.ts';
import { useConnection } from '../fetch/connection.ts';
import { useTranslation } from '../show/sentences.ts';
import { listSentences } from './list-sentences.ts';

/** The workbook to fill in, beside the field that takes it. */
export function TemplateLink({ list }: { readonly list: ListKind }) {
  const { t, language } = useTranslation(listSentences);
  const connection = useConnection();
  const address = addressOf(connection, readTemplate, { params: { list }, query: { language } });
  return (
    <p>
      <a href={address} download>
        {t('template')}
      </a>{' '}
      <span class="quiet small">{t('templateHint')}</span>
    </p>
  );
}
