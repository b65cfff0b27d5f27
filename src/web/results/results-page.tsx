import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { PersonResults } from './person-results.tsx';
import { ResultList } from './result-list.tsx';
import { ResultScreen } from './result-screen.tsx';
import { sentences } from './sentences.ts';

/**
 * Published results: `#/` those that I may read, `#/SESSION-ID` one of them, `#/roll-up/COMMITTEE-ID` those from below it,
 * `#/roll-up/COMMITTEE-ID/PERSON-ID` one person's among them.
 */
export function ResultsPage() {
  const { t } = useTranslation(sentences);
  return (
    <OfficePage title={t('tab')}>
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const [id, committee, person] = useHash();
  if (id === 'roll-up' && committee !== undefined) {
    if (person !== undefined) return <PersonResults key={person} id={person} committee={committee} />;
    return <RollUp key={committee} id={committee} />;
  }
  return id === undefined ? <ResultList /> : <ResultScreen key={id} id={id} />;
}

/** Fetched when it is wanted: few committees have others below them. */
function RollUp({ id }: { readonly id: string }) {
  const screen = useLater(() => import('./roll-up-screen.tsx'));
  return <Loaded of={screen}>{({ RollUpScreen }) => <RollUpScreen id={id} />}</Loaded>;
}
