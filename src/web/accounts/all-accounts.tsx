import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type ListedAccount, listAccounts } from '../../contract/account/accounts.ts';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextField } from '../shared/forms/fields.tsx';
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
  const [search, setSearch] = useState('');
  const [links, setLinks] = useState<readonly OneTimeLink[]>();
  const accounts = useLoad(() => call(connection, listAccounts, { query: { search, limit } }), [search]);
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
        value={search}
        onInput={setSearch}
        maxLength={100}
      />
      <Loaded of={accounts}>{(list) => <AccountTable accounts={list} onLink={(link) => setLinks([link])} />}</Loaded>
      <AddAdministrator onAdded={() => void accounts.reload()} />
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
    <>
      {accounts.length === limit && <p class="quiet small">{t('onlyFirst', { count: limit })}</p>}
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
    </>
  );
}

const factorSentence = { on: 'factorIsOn', off: 'factorIsOff', needed: 'factorIsNeeded' } as const;
