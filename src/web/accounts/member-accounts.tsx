import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import {
  inviteMembers,
  listMemberAccounts,
  type MemberAccount,
  type OneTimeLink,
} from '../../contract/account/invitations.ts';
import { readCommittee } from '../../contract/committee/committees.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { fitsSearch, searchKey, searchWords } from '../../domain/text/search-key.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { CommitteeRoles } from './committee-roles.tsx';
import { MemberRow } from './member-row.tsx';
import { OneTimeLinks } from './one-time-links.tsx';
import { sentences } from './sentences.ts';

/** The accounts of a committee's members: who has one, who was invited, whose name is locked. */
export function MemberAccounts({ committeeId }: { readonly committeeId: CommitteeId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const account = useAccount();
  const params = { committeeId };
  const committee = useLoad(() => call(connection, readCommittee, { params }), [committeeId]);
  const members = useLoad(() => call(connection, listMemberAccounts, { params }), [committeeId]);
  const [links, setLinks] = useState<readonly OneTimeLink[]>();
  const name = committee.state === 'ready' ? committee.value.name : null;
  const made = (some: readonly OneTimeLink[]) => {
    setLinks(some);
    void members.reload();
  };
  return (
    <>
      <ScreenTitle>{t('memberAccounts')}</ScreenTitle>
      <p>{name}</p>
      <p>
        <a href={hashTo()}>{t('toOverview')}</a> · <a href={hashTo(committeeId, 'log')}>{t('committeeLog')}</a>
      </p>
      {links && <OneTimeLinks links={links} committeeName={name} onDone={() => setLinks(undefined)} />}
      <Loaded of={members}>
        {(list) => (
          <>
            <MemberTable committeeId={committeeId} members={list} onLinks={made} onChange={members.reload} />
            {account.administrator && (
              <CommitteeRoles
                committeeId={committeeId}
                members={list}
                onLink={(link: OneTimeLink) => made([link])}
                onChange={() => void members.reload()}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface TableProps {
  readonly committeeId: CommitteeId;
  readonly members: readonly MemberAccount[];
  onLinks(links: readonly OneTimeLink[]): void;
  onChange(): void;
}

function MemberTable({ committeeId, members, onLinks, onChange }: TableProps) {
  const { t } = useTranslation(sentences);
  const [search, setSearch] = useState('');
  const words = searchWords(search);
  const shown = members.filter(({ name }) => fitsSearch(searchKey(name), words));
  if (members.length === 0) return <p class="empty">{t('noMembers')}</p>;
  return (
    <>
      <InviteAll committeeId={committeeId} members={members} onLinks={onLinks} />
      <TextField label={t('searchName')} type="search" value={search} onInput={setSearch} maxLength={100} />
      <p class="quiet small" role="status">
        {t('shownOf', { shown: shown.length, total: members.length })}
      </p>
      <div class="table-box">
        <table class="table">
          <caption>{t('memberAccounts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columnName')}</th>
              <th scope="col">{t('columnAccount')}</th>
              <th scope="col">{t('columnState')}</th>
              <th scope="col">{t('columnAct')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((member) => (
              <MemberRow
                key={member.account?.id ?? member.personId ?? member.invitationId}
                committeeId={committeeId}
                member={member}
                onLink={(link: OneTimeLink) => onLinks([link])}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/**
 * One slip for each member without an account or a slip. Where all have one, those without a duty can have another, which
 * replaces it.
 */
function InviteAll({ committeeId, members, onLinks }: Omit<TableProps, 'onChange'>) {
  const { t } = useTranslation(sentences);
  const { administrator } = useAccount();
  const connection = useConnection();
  const without = members.filter(
    ({ hasAccount, personId, position, beyond }) =>
      !hasAccount && personId !== null && position !== null && (administrator || !beyond),
  );
  const uninvited = without.filter(({ invitedUntil }) => invitedUntil === null);
  const isAgain = uninvited.length === 0;
  const wanted = (isAgain ? without.filter(({ invitedTo }) => invitedTo.length === 0) : uninvited).flatMap(
    ({ personId }) => personId ?? [],
  );
  const isAnyLeft = members.some(({ hasAccount, position }) => !hasAccount && position !== null);
  const action = useAction(() =>
    call(connection, inviteMembers, { params: { committeeId }, body: { personIds: wanted } }),
  );
  const invite = async () => {
    const reply = await action.run();
    if (reply?.ok) onLinks(reply.value);
  };
  if (wanted.length === 0) return <p class="quiet">{t(isAnyLeft ? 'noneToInvite' : 'allHaveAccounts')}</p>;
  return (
    <>
      <FailureNote failure={action.failure} />
      <ConfirmButton
        main={!isAgain}
        busy={action.busy}
        label={t(isAgain ? 'inviteAllAgain' : 'inviteAll', { count: wanted.length })}
        sentence={t(isAgain ? 'inviteAllAgainAsk' : 'inviteAllAsk')}
        yes={t('inviteAllYes')}
        onConfirm={() => void invite()}
      />
    </>
  );
}
