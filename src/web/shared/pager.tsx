import { officeSentences } from './office-sentences.ts';
import { useSpeech } from './sentences.ts';

interface Props {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** On all pages. */
  readonly total: number;
  setPage(page: number): void;
}

/** Leads from one page of a list to the next; nothing where one page holds all. */
export function Pager({ page, size, total, setPage }: Props) {
  const { say } = useSpeech(officeSentences);
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  return (
    <div class="pager no-print">
      <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
        {say('previousPage')}
      </button>
      <span>{say('pageOf', { page, pages })}</span>
      <button type="button" disabled={page >= pages} onClick={() => setPage(page + 1)}>
        {say('nextPage')}
      </button>
    </div>
  );
}
