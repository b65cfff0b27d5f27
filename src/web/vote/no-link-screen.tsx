import { NoticeScreen } from './notice-screen.tsx';
import { useVotingTranslation } from './translation.ts';
import type { OpenedLink } from './voting-context.ts';

/** A ballot that was sent from this phone, to be looked at without its paper. */
export interface Entry {
  readonly title: string;
  readonly opened: OpenedLink;
}

interface Props {
  readonly entries: readonly Entry[];
  readonly open: (opened: OpenedLink) => void;
}

/** Opened without a paper's link. */
export function NoLinkScreen({ entries, open }: Props) {
  const { t } = useVotingTranslation();
  return (
    <NoticeScreen title={t('noLinkTitle')}>
      <p>{t('noLink')}</p>
      {entries.length > 0 && <h2>{t('keptTitle')}</h2>}
      <div class="actions">
        {entries.map(({ title, opened }) => (
          <button key={opened.name} type="button" onClick={() => open(opened)}>
            {t('keptOpen', { title })}
          </button>
        ))}
      </div>
    </NoticeScreen>
  );
}
