import { useEffect } from 'preact/hooks';
import { sessionId } from '../../domain/session/session.ts';
import { useStore } from '../shared/device/use-store.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { findAccount, signedIn } from '../shared/frame/account.ts';
import { useHash } from '../shared/frame/hash.ts';
import { SignInForm } from '../shared/frame/sign-in-form.tsx';
import { usePageTitle } from '../shared/frame/tab-title.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { HallScreen } from './hall-screen.tsx';
import { sentences } from './sentences.ts';

/** `/projector#/SESSION-ID`: what the hall sees. No frame and no names: somebody signed in opens it from the console. */
export function ProjectorPage() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { account, last, failure } = useStore(signedIn);
  const [id] = useHash();
  usePageTitle(t('projectorTitle'));
  const known = sessionId.safeParse(id);
  useEffect(() => {
    void findAccount(connection);
  }, []);
  return (
    <main class="projector">
      {failure && <FailureNote failure={failure} retry={() => void findAccount(connection)} />}
      {account === null && <SignInForm />}
      {last && (
        <div hidden={account === null}>
          {known.success ? (
            <HallScreen key={known.data} id={known.data} />
          ) : (
            <p class="projector-apart">{t('noSession')}</p>
          )}
        </div>
      )}
    </main>
  );
}
