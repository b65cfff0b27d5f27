import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type ListedAccount, listAccounts } from '../../contract/account/accounts.ts';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useParts } from '../shared/fetch/use-parts.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useSearch } from '../shared/forms/use-search.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDateTime } from '../shared/show/show-date.ts';
import { AddAdministrator } from './add-administrator.tsx';
import { Recover } from './member-row.tsx';
import { OneTimeLinks } from './one-time-links.tsx';
import { sentences } from './sentences.ts';

const limit = 100;

/** Every account of the service, for administrators, found by user name or by name. */
export function AllAccounts() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { typed, asked: search, type } = useSearch();
  const [links, setLinks] = useState<readonly OneTimeLink[]>();
  const accounts = useParts({ search }, (asked, after) =>
    call(connection, listAccounts, { query: { ...asked, after, limit } }),
  );
  return (
    <>
      <ScreenTitle>{t('allTitle')}</ScreenTitle>
      <p>
        <a href={hashTo()}>{t('toOverview')}</a>
      </p>
      {links && <OneTimeLinks links={links} committeeName={null} onDone={() => setLinks(undefined)} />}
      <TextField
        label={t('searchAccount')}
        hint={t('searchHint')}
        type="search"
        value={typed}
        onInput={type}
        maxLength={100}
      />
      <PartsFrame of={accounts}>
        {({ rows }) => <AccountTable accounts={rows} onLink={(link) => setLinks([link])} />}
      </PartsFrame>
      <AddAdministrator onAdded={() => void accounts.loaded.reload()} />
    </>
  );
}

interface TableProps {
  readonly accounts: readonly ListedAccount[];
  onLink(link: OneTimeLink): void;
}

function AccountTable({ accounts, onLink }: TableProps) {
  const { t, language } = useTranslation(sentences);
  if (accounts.length === 0) return <p class="empty">{t('noneFound')}</p>;
  return (
    <div class="table-box">
      <table class="table">
        <caption>{t('allTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columnAccount')}</th>
            <th scope="col">{t('columnName')}</th>
            <th scope="col">{t('columnState')}</th>
            <th scope="col">{t('columnAct')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, username, name, administrator, secondFactor, lockedUntil, secondOf }) => (
            <tr key={id}>
              <th scope="row">{username}</th>
              <td>
                {name ?? (administrator ? t('administrator') : t('noPerson'))}
                {secondOf !== null && <div class="quiet small">{t('secondOf', { username: secondOf })}</div>}
              </td>
              <td>
                {lockedUntil !== null && (
                  <div>
                    <strong>{t('lockedUntil', { time: showDateTime(language, lockedUntil) })}</strong>
                  </div>
                )}
                {t(factorSentence[secondFactor])}
              </td>
              <td>
                <Recover committeeId={null} accountId={id} name={name ?? username} onLink={onLink} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const factorSentence = { on: 'factorIsOn', off: 'factorIsOff', needed: 'factorIsNeeded' } as const;
