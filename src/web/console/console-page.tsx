import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';
import { SessionList } from './session-list.tsx';
import { SessionPage } from './session-page.tsx';
import { StorageNote } from './storage-note.tsx';

/** The chair's console: `#/` my sessions, `#/new` a new one, `#/new/COMMITTEE/PLAN` under a plan, `#/SESSION-ID` its steps, `#/SESSION-ID/STEP` one of them. */
export function ConsolePage() {
  const { t } = useTranslation(sentences);
  return (
    <OfficePage title={t('consoleTitle')}>
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
