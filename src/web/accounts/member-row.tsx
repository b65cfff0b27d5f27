import { call } from '../../client/api.ts';
import {
  inviteMembers,
  type MemberAccount,
  type OneTimeLink,
  recoverAccount,
  recoverMember,
  withdrawInvitation,
} from '../../contract/account/invitations.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { InvitationId } from '../../domain/account/invitation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate, showDateTime } from '../shared/show/show-date.ts';
import { roleSentence } from './role-sentence.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly member: MemberAccount;
  onLink(link: OneTimeLink): void;
  onChange(): void;
}

/** A member or somebody with a role: their account, how it stands, and what the office can do. */
export function MemberRow({ committeeId, member, onLink, onChange }: Props) {
  const { t } = useTranslation(sentences);
  const { administrator, grants } = useAccount();
  const { birthYear, position, account, hasAccount, personId, invitationId, tellerIn } = member;
  const fullName = nameWithYear({ name: member.name, birthYear });
  const roles = (account?.roles ?? member.invitedTo).map((role) => t(roleSentence[role]));
  const isTheirs = member.beyond && !administrator;
  // Nobody who chairs gets into the account of a teller whom no roster knows.
  const isKept = tellerIn !== null && grants.some(({ role }) => role === 'chair');
  return (
    <tr>
      <th scope="row">
        {fullName}
        {position !== null && <div class="quiet small">{position}</div>}
        {tellerIn !== null && <div class="quiet small">{t('tellerIn', { title: tellerIn })}</div>}
      </th>
      <td>
        {account?.username ?? t(hasAccount ? 'someAccount' : 'noAccount')}
        {roles.length > 0 && <div class="quiet small">{roles.join(', ')}</div>}
      </td>
      <td>
        <MemberState member={member} />
      </td>
      <td class="wide-cell">
        {isKept && <p class="quiet small">{t('notByChair')}</p>}
        {!isKept && isTheirs && <p class="quiet small">{t('byAdministrator')}</p>}
        {account !== null && !isTheirs && !isKept && (
          <Recover committeeId={committeeId} accountId={account.id} name={fullName} onLink={onLink} />
        )}
        {!hasAccount && personId !== null && !isTheirs && !isKept && (
          <Invite committeeId={committeeId} personId={personId} name={fullName} onLink={onLink} />
        )}
        {invitationId !== null && (
          <Withdraw committeeId={committeeId} invitationId={invitationId} name={fullName} onChange={onChange} />
        )}
      </td>
    </tr>
  );
}

function MemberState({ member: { account, hasAccount, invitedUntil } }: { readonly member: MemberAccount }) {
  const { t, language } = useTranslation(sentences);
  if (account === null && hasAccount) return null;
  if (account === null) {
    return invitedUntil === null ? t('notInvited') : t('invitedUntil', { date: showDate(language, invitedUntil) });
  }
  return (
    <>
      {invitedUntil !== null && <div>{t('recoveryUntil', { time: showDateTime(language, invitedUntil) })}</div>}
      {account.lockedUntil !== null && (
        <div>
          <strong>{t('lockedUntil', { time: showDateTime(language, account.lockedUntil) })}</strong>
        </div>
      )}
      {t(factorSentence[account.secondFactor])}
    </>
  );
}

const factorSentence = { on: 'factorIsOn', off: 'factorIsOff', needed: 'factorIsNeeded' } as const;

interface InviteProps extends Pick<Props, 'committeeId' | 'onLink'> {
  readonly personId: PersonId;
  readonly name: string;
}

function Invite({ committeeId, personId, name, onLink }: InviteProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const action = useAction(() =>
    call(connection, inviteMembers, { params: { committeeId }, body: { personIds: [personId] } }),
  );
  const invite = async () => {
    const reply = await action.run();
    const link = reply?.ok ? reply.value[0] : undefined;
    if (link) onLink(link);
  };
  return (
    <>
      <button type="button" disabled={action.busy} aria-label={t('inviteName', { name })} onClick={() => void invite()}>
        {t('invite')}
      </button>
      <FailureNote failure={action.failure} />
    </>
  );
}

interface WithdrawProps extends Pick<Props, 'committeeId' | 'onChange'> {
  readonly invitationId: InvitationId;
  readonly name: string;
}

/** For a slip that was lost or went to the wrong person. */
export function Withdraw({ committeeId, invitationId, name, onChange }: WithdrawProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const action = useAction(() => call(connection, withdrawInvitation, { params: { committeeId, invitationId } }));
  const withdraw = async () => {
    const reply = await action.run();
    if (reply?.ok) onChange();
  };
  return (
    <>
      <ConfirmButton
        busy={action.busy}
        label={t('withdraw')}
        sentence={t('withdrawAsk', { name })}
        yes={t('withdrawYes')}
        onConfirm={() => void withdraw()}
      />
      <FailureNote failure={action.failure} />
    </>
  );
}

interface RecoverProps {
  /** Null for an administrator, who recovers any account. */
  readonly committeeId: CommitteeId | null;
  readonly accountId: AccountId;
  readonly name: string;
  onLink(link: OneTimeLink): void;
}

/** A new one-time link for somebody who has lost password or phone. */
export function Recover({ committeeId, accountId, name, onLink }: RecoverProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { administrator } = useAccount();
  const action = useAction(() =>
    committeeId === null || administrator
      ? call(connection, recoverAccount, { params: { accountId } })
      : call(connection, recoverMember, { params: { committeeId, accountId } }),
  );
  const recover = async () => {
    const reply = await action.run();
    if (reply?.ok) onLink(reply.value);
  };
  return (
    <>
      <ConfirmButton
        busy={action.busy}
        label={t('recover')}
        sentence={t('recoverAsk', { name })}
        yes={t('recoverYes')}
        onConfirm={() => void recover()}
      />
      <FailureNote failure={action.failure} />
    </>
  );
}
