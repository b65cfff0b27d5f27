import { render } from 'preact';
import { useTranslation } from '../show/sentences.ts';
import { unreadableSentences } from './unreadable-sentences.ts';

let missingRows = 0;

/**
 * Says above the page that its lists are not whole, and what to do about it, until the page is left: of all answers the
 * most rows that were missing from one. Beside the page's own tree, which then carries nothing of it.
 */
export function showUnreadable(rows: number): void {
  missingRows = Math.max(missingRows, rows);
  render(<Note rows={missingRows} />, place());
}

function place(): HTMLElement {
  const known = document.getElementById('unreadable');
  if (known !== null) return known;
  const made = document.createElement('div');
  made.id = 'unreadable';
  document.body.prepend(made);
  return made;
}

function Note({ rows }: { readonly rows: number }) {
  const { t } = useTranslation(unreadableSentences);
  return (
    <p class="note alarm" role="alert">
      {t('unreadable', { count: rows })}
    </p>
  );
}
