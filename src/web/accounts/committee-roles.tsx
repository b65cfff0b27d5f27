import { call } from '../../client/api.ts';
import { giveGrant, takeGrant } from '../../contract/account/accounts.ts';
import type { MemberAccount, OneTimeLink } from '../../contract/account/invitations.ts';
import type { AccountId, Role } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { GiveRole } from './give-role.tsx';
import { Withdraw } from './member-row.tsx';
import { roleSentence } from './role-sentence.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly members: readonly MemberAccount[];
  onLink(link: OneTimeLink): void;
  /** Somebody was given or lost a role. */
  onChange(): void;
}

/** Who chairs, minutes and serves a committee: an administrator gives these roles and takes them. */
export function CommitteeRoles({ committeeId, members, onLink, onChange }: Props) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const change = useAction(async (accountId: AccountId, role: Role, isGiven: boolean) => {
    const input = { params: { accountId }, body: { role, committeeId } };
    const reply = await call(connection, isGiven ? giveGrant : takeGrant, input);
    if (reply.ok) onChange();
    return reply;
  });
  const held = members.flatMap(({ name, birthYear, account }) =>
    account === null
      ? []
      : account.roles.map((role) => ({ role, name: nameWithYear({ name, birthYear }), ...account })),
  );
  const pending = members.flatMap(({ name, birthYear, pendingRoles }) =>
    pendingRoles.map((one) => ({ ...one, name: nameWithYear({ name, birthYear }) })),
  );
  return (
    <section>
      <h2>{t('rolesTitle')}</h2>
      {held.length + pending.length === 0 && <p class="empty">{t('rolesNone')}</p>}
      <ul class="entries">
        {held.map(({ id, role, name: fullName, username }) => (
          <li key={`${id} ${role}`}>
            <p>{t('roleHeld', { role: t(roleSentence[role]), name: fullName, username })}</p>
            <ConfirmButton
              label={t('roleTake', { name: fullName })}
              sentence={t('roleTakeAsk', { role: t(roleSentence[role]).toLowerCase(), name: fullName })}
              yes={t('roleTakeYes')}
              busy={change.busy}
              onConfirm={() => void change.run(id, role, false)}
            />
          </li>
        ))}
        {pending.map(({ role, invitationId, until, name: fullName }) => (
          <li key={`${invitationId} ${role}`}>
            <p>{t('rolePending', { role: t(roleSentence[role]), name: fullName, date: showDate(language, until) })}</p>
            <Withdraw committeeId={committeeId} invitationId={invitationId} name={fullName} onChange={onChange} />
          </li>
        ))}
      </ul>
      <FailureNote failure={change.failure} />
      <GiveRole
        committeeId={committeeId}
        members={members}
        onLink={onLink}
        give={async (id, role) => (await change.run(id, role, true))?.ok}
      />
    </section>
  );
}
