import { type CommitteeId, committeeId } from '../../domain/committee/committee.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { hashTo, useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { CommitteeScreen } from './committee-screen.tsx';
import { sentences } from './sentences.ts';
import { TreeScreen } from './tree-screen.tsx';

/** `#/` the tree; `#/people`, `#/import`, `#/imports`, `#/merge`, `#/add`, `#/ranks`; `#/COMMITTEE`, and `/change`, `/import` behind it. */
export function ProvincePage() {
  const { t } = useTranslation(sentences);
  return (
    <OfficePage title={t('pageTitle')}>
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const { t } = useTranslation(sentences);
  const { administrator } = useAccount();
  const [first, second] = useHash();
  if (first === undefined) return <TreeScreen />;
  if (administrator && first === 'people') return <People />;
  if (administrator && (first === 'import' || first === 'imports')) return <Imports key={first} what={first} />;
  if (administrator && first === 'merge') return <Merge />;
  if (administrator && first === 'add') return <Add />;
  if (administrator && first === 'ranks') return <Ranks />;
  const committee = committeeId.safeParse(first);
  if (committee.success) {
    if (administrator && second === 'change') return <Change key={first} id={committee.data} />;
    if (second === 'import') return <Imports key={first} what={first} />;
    return <CommitteeScreen key={first} id={committee.data} />;
  }
  return (
    <>
      <ScreenTitle>{t('pageTitle')}</ScreenTitle>
      <p>{t('unknownScreen')}</p>
      <p>
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
    </>
  );
}

function People() {
  const screen = useLater(() => import('./people-screen.tsx'));
  return <Loaded of={screen}>{({ PeopleScreen }) => <PeopleScreen />}</Loaded>;
}

/** Fetched when it is wanted, as everything that is done once in years. */
function Merge() {
  const screen = useLater(() => import('./merge-screen.tsx'));
  return <Loaded of={screen}>{({ MergeScreen }) => <MergeScreen />}</Loaded>;
}

function Add() {
  const screen = useLater(() => import('./add-committee.tsx'));
  return <Loaded of={screen}>{({ AddCommittee }) => <AddCommittee />}</Loaded>;
}

function Change({ id }: { readonly id: CommitteeId }) {
  const screen = useLater(() => import('./change-screen.tsx'));
  return <Loaded of={screen}>{({ ChangeScreen }) => <ChangeScreen id={id} />}</Loaded>;
}

function Ranks() {
  const screen = useLater(() => import('./ranks-screen.tsx'));
  return <Loaded of={screen}>{({ RanksScreen }) => <RanksScreen />}</Loaded>;
}

/** Fetched when it is wanted: few who come here import anything. */
function Imports({ what }: { readonly what: string }) {
  const screen = useLater(() => import('./importing.tsx'));
  return <Loaded of={screen}>{({ Importing }) => <Importing what={what} />}</Loaded>;
}
