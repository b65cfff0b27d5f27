import { useHash } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { OfficePage } from '../shared/office-page.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useLater } from '../shared/use-later.ts';
import { sentences } from './sentences.ts';
import { SessionList } from './session-list.tsx';
import { SessionPage } from './session-page.tsx';
import { StorageNote } from './storage-note.tsx';

/** The chair's console: `#/` my sessions, `#/new` a new one, `#/new/COMMITTEE/PLAN` under a plan, `#/SESSION-ID` its steps, `#/SESSION-ID/STEP` one of them. */
export function ConsolePage() {
  const { say } = useSpeech(sentences);
  return (
    <OfficePage title={say('consoleTitle')}>
      <StorageNote />
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const [first, step, third] = useHash();
  if (first === undefined) return <SessionList />;
  if (first === 'new') return <New key={`${step} ${third}`} committee={step} planId={third} />;
  return <SessionPage key={first} id={first} step={step} />;
}

/** Fetched when it is wanted: most who come here go on with a session. */
function New(props: { readonly committee: string | undefined; readonly planId: string | undefined }) {
  const screen = useLater(() => import('./prepare/new-session.tsx'));
  return <Loaded of={screen}>{({ NewSession }) => <NewSession {...props} />}</Loaded>;
}
