import { call } from '../../client/api.ts';
import { listImports, takeBackImport } from '../../contract/imports/imports.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ImportList } from '../shared/imports/import-list.tsx';
import { ImportsTitle } from '../shared/imports/imports-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** What was imported into the tree, each import to be taken back as a whole. */
export function ImportsScreen() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const imports = useLoad(() => call(connection, listImports), []);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <ImportsTitle of="screen" />
      <ImportList
        imports={imports}
        takeBack={(importId) => call(connection, takeBackImport, { params: { importId } })}
      />
    </>
  );
}
