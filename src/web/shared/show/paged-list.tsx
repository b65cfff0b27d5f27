import type { ComponentChildren } from 'preact';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from './sentences.ts';

interface Props {
  /** That which is shown, from 1; not the one that is on its way. */
  readonly page: number;
  readonly size: number;
  /** On all pages. */
  readonly total: number;
  /** Another page, or another list, is on its way. */
  readonly isBusy: boolean;
  setPage(page: number): void;
  /** The rows with their caption. */
  readonly children: ComponentChildren;
}

/** A list, and the way from one of its pages to the next; where one page holds all, the list alone. */
export function PagedList({ page, size, total, isBusy, setPage, children }: Props) {
  const { t } = useTranslation(officeSentences);
  const pages = Math.ceil(total / size);
  return (
    <div aria-busy={isBusy}>
      {children}
      {pages > 1 && (
        <div class="pager no-print">
          <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {t('previousPage')}
          </button>
          <span role="status">{t('pageOf', { page, pages })}</span>
          <button type="button" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            {t('nextPage')}
          </button>
        </div>
      )}
    </div>
  );
}
