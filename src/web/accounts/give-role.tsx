import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { inviteToRole, type MemberAccount, type OneTimeLink } from '../../contract/account/invitations.ts';
import { type AccountId, type Role, roles } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { RadioGroup, SelectField, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { AccountFinder } from './account-finder.tsx';
import { roleSentence } from './role-sentence.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly members: readonly MemberAccount[];
  /** Gives the role at once; undefined or false when it was refused. */
  give(accountId: AccountId, role: Role): Promise<boolean | undefined>;
  onLink(link: OneTimeLink): void;
}

type Way = 'account' | 'member' | 'other';

/** To whom: one account serves somebody in all roles, so a member gets theirs, not a second one beside it. */
export function GiveRole({ committeeId, members, give, onLink }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [way, setWay] = useState<Way>('account');
  const [accountId, setAccountId] = useState<AccountId>();
  const [memberId, setMemberId] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('chair');
  const [isGiven, setGiven] = useState(false);
  const without = members.filter(({ account, personId }) => account === null && personId !== null);
  const member = without.find(({ personId }) => personId === memberId);
  useUnsaved([memberId, name]);
  const id = useNewId();
  const invitation = useAction(() => {
    const asked = { role, personId: member?.personId ?? null, name: member?.name ?? name };
    return call(connection, inviteToRole, { params: { committeeId }, body: { id: id.of(asked), ...asked } });
  });
  const choose = (chosen: Way) => {
    setWay(chosen);
    setMemberId('');
    setGiven(false);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (way === 'account') {
      setGiven(accountId !== undefined && (await give(accountId, role)) === true);
      return;
    }
    const reply = await invitation.run();
    if (!reply?.ok) return;
    id.renew();
    setName('');
    setMemberId('');
    onLink(reply.value);
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <h3>{t('roleGiveTitle')}</h3>
      <p class="quiet small">{t('roleGivePurpose')}</p>
      <RadioGroup
        legend={t('roleWho')}
        value={way}
        onInput={choose}
        options={[
          { value: 'account', label: t('roleWhoAccount') },
          { value: 'member', label: t('roleWhoMember'), hint: t('roleByLink') },
          { value: 'other', label: t('roleWhoOther'), hint: t('roleByLink') },
        ]}
      />
      {way === 'account' && <AccountFinder onChoose={setAccountId} />}
      {way === 'member' && (
        <SelectField
          label={t('columnName')}
          value={memberId}
          onInput={setMemberId}
          required
          options={[
            { value: '', label: t('roleChooseMember') },
            ...without.map(({ personId, name, birthYear, position }) => ({
              value: personId ?? '',
              label: [nameWithYear({ name, birthYear }), position].filter(Boolean).join(', '),
            })),
          ]}
        />
      )}
      {way === 'other' && <TextField label={t('roleName')} value={name} onInput={setName} maxLength={200} required />}
      <SelectField
        label={t('role')}
        value={role}
        required
        onInput={(chosen) => setRole(roles.find((one) => one === chosen) ?? role)}
        options={roles.map((one) => ({ value: one, label: t(roleSentence[one]) }))}
      />
      <p role="status">{isGiven && t('roleGiven')}</p>
      <FailureNote failure={invitation.failure} />
      <p>
        <button type="submit" disabled={invitation.busy}>
          {t(way === 'account' ? 'roleGive' : 'inviteToRole')}
        </button>
      </p>
    </form>
  );
}
