import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { inviteToRole, type OneTimeLink } from '../../contract/invitations.ts';
import { type Role, roles } from '../../domain/account.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { SelectField, TextField } from '../shared/fields.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useAction } from '../shared/use-action.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  onLink(link: OneTimeLink): void;
}

const roleSentence = { chair: 'roleChair', secretary: 'roleSecretary', office: 'roleOffice' } as const;

/** An administrator invites somebody who sits on no roster, a clerk of the office for example. */
export function RoleInvitation({ committeeId, onLink }: Props) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('office');
  const action = useAction(() =>
    call(connection, inviteToRole, { params: { committeeId }, body: { name, role, personId: null } }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (!reply?.ok) return;
    setName('');
    onLink(reply.value);
  };
  return (
    <section>
      <h2>{say('roleTitle')}</h2>
      <p class="quiet small">{say('rolePurpose')}</p>
      <form class="narrow" onSubmit={(event) => void submit(event)}>
        <TextField {...{ label: say('roleName'), value: name, onInput: setName, maxLength: 200, required: true }} />
        <SelectField
          {...{ label: say('role'), value: role, required: true }}
          onInput={(chosen) => setRole(roles.find((one) => one === chosen) ?? role)}
          options={roles.map((one) => ({ value: one, label: say(roleSentence[one]) }))}
        />
        <FailureNote failure={action.failure} />
        <p>
          <button type="submit" disabled={action.busy}>
            {say('inviteToRole')}
          </button>
        </p>
      </form>
    </section>
  );
}
