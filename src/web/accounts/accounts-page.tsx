import { type CommitteeId, committeeId } from '../../domain/committee/committee.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { hashTo, useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { MemberAccounts } from './member-accounts.tsx';
import { Overview } from './overview.tsx';
import { sentences } from './sentences.ts';

/** `#/` where to go; `#/me`; `#/all`, `#/log` and `#/backups` for administrators; `#/COMMITTEE` and `#/COMMITTEE/log`. */
export function AccountsPage() {
  const { t } = useTranslation(sentences);
  return (
    <OfficePage title={t('tab')}>
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const { t } = useTranslation(sentences);
  const [first, second] = useHash();
  if (first === undefined) return <Overview />;
  if (first === 'me') return <MyAccount />;
  if (first === 'all') return <AllAccounts />;
  if (first === 'backups') return <Backups />;
  if (first === 'log') return <Log key="log" committeeId={null} />;
  const committee = committeeId.safeParse(first);
  if (committee.success && second === 'log') return <Log key={first} committeeId={committee.data} />;
  if (committee.success) return <MemberAccounts key={first} committeeId={committee.data} />;
  return (
    <>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p>{t('unknownScreen')}</p>
      <p>
        <a href={hashTo()}>{t('toOverview')}</a>
      </p>
    </>
  );
}

/** Fetched when somebody looks at it, as the others. */
function MyAccount() {
  const screen = useLater(() => import('./my-account.tsx'));
  return <Loaded of={screen}>{({ MyAccount: Own }) => <Own />}</Loaded>;
}

function AllAccounts() {
  const screen = useLater(() => import('./all-accounts.tsx'));
  return <Loaded of={screen}>{({ AllAccounts: List }) => <List />}</Loaded>;
}

function Backups() {
  const screen = useLater(() => import('./backups.tsx'));
  return <Loaded of={screen}>{({ Backups: List }) => <List />}</Loaded>;
}

function Log({ committeeId: id }: { readonly committeeId: CommitteeId | null }) {
  const screen = useLater(() => import('./audit-log.tsx'));
  return <Loaded of={screen}>{({ AuditLog }) => <AuditLog committeeId={id} />}</Loaded>;
}
