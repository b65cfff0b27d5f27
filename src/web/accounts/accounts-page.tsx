import { committeeId } from '../../domain/committee/committee.ts';
import { hashTo, useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { AllAccounts } from './all-accounts.tsx';
import { AuditLog } from './audit-log.tsx';
import { Backups } from './backups.tsx';
import { MemberAccounts } from './member-accounts.tsx';
import { MyAccount } from './my-account.tsx';
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
  if (first === 'log') return <AuditLog key="log" committeeId={null} />;
  const committee = committeeId.safeParse(first);
  if (committee.success && second === 'log') return <AuditLog key={first} committeeId={committee.data} />;
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
