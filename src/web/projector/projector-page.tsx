import { useEffect } from 'preact/hooks';
import { sessionId } from '../../domain/session/session.ts';
import { findAccount, signedIn } from '../shared/account.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { useHash } from '../shared/hash.ts';
import { useSpeech } from '../shared/sentences.ts';
import { SignInForm } from '../shared/sign-in-form.tsx';
import { useStore } from '../shared/use-store.ts';
import { HallScreen } from './hall-screen.tsx';
import { sentences } from './sentences.ts';

/** `/projector#/SESSION-ID`: what the hall sees. No frame and no names: somebody signed in opens it from the console. */
export function ProjectorPage() {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const { account, last, failure } = useStore(signedIn);
  const [id] = useHash();
  const known = sessionId.safeParse(id);
  useEffect(() => {
    document.title = say('projectorTitle');
    void findAccount(connection);
  }, []);
  return (
    <main class="projector">
      {failure && <FailureNote failure={failure} retry={() => void findAccount(connection)} />}
      {account === null && <SignInForm />}
      {last && (
        <div hidden={account === null}>
          {known.success ? <HallScreen key={known.data} id={known.data} /> : <p>{say('noSession')}</p>}
        </div>
      )}
    </main>
  );
}
