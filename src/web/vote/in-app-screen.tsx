import { NoticeScreen } from './notice-screen.tsx';
import { useVotingTranslation } from './translation.ts';

/** The link stays in the address until somebody goes on here: "open in browser" hands over that address. */
export function InAppScreen({ app, stay }: { readonly app: string; readonly stay: () => void }) {
  const { t } = useVotingTranslation();
  return (
    <NoticeScreen title={t('inAppTitle')}>
      <p class="note note-strong">{t('inApp', { app })}</p>
      <p>{t('inAppWhy', { app })}</p>
      <div class="actions">
        <button type="button" onClick={stay}>
          {t('inAppStay')}
        </button>
      </div>
    </NoticeScreen>
  );
}
