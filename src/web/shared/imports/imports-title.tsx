import { hashTo } from '../frame/hash.ts';
import { ScreenTitle } from '../frame/screen-title.tsx';
import { useTranslation } from '../show/sentences.ts';
import { importSentences } from './import-sentences.ts';

/** Over a list of imports: of a screen that shows nothing else, or of a part of one. */
export function ImportsTitle({ of }: { readonly of: 'screen' | 'section' }) {
  const { t } = useTranslation(importSentences);
  const title = t('importsTitle');
  return of === 'screen' ? <ScreenTitle>{title}</ScreenTitle> : <h2>{title}</h2>;
}

/** Leads to the list of imports on the same page. */
export function ToImports({ class: look }: { readonly class?: string }) {
  const { t } = useTranslation(importSentences);
  return (
    <a class={look} href={hashTo('imports')}>
      {t('importsTitle')}
    </a>
  );
}
