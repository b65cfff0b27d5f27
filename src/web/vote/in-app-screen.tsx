import { PlainScreen } from './plain-screen.tsx';
import { useVotingSpeech } from './speech.ts';

/** The link stays in the address until somebody goes on here: "open in browser" hands over that address. */
export function InAppScreen({ app, stay }: { readonly app: string; readonly stay: () => void }) {
  const { say } = useVotingSpeech();
  return (
    <PlainScreen title={say('inAppTitle')}>
      <p class="note note-strong">{say('inApp', { app })}</p>
      <p>{say('inAppWhy', { app })}</p>
      <div class="actions">
        <button type="button" onClick={stay}>
          {say('inAppStay')}
        </button>
      </div>
    </PlainScreen>
  );
}
