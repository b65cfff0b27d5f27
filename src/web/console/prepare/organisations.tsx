import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { addOrganisation, removeOrganisation } from '../../../contract/sessions.ts';
import { subjectId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/connection.ts';
import { FailureNote } from '../../shared/failure-note.tsx';
import { TextField } from '../../shared/fields.tsx';
import { useSpeech } from '../../shared/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

/** Where the form rates organisations: they are named one by one while the session is a draft. */
export function Organisations({ session, reload }: StepProps) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [name, setName] = useState('');
  const [kind, setKind] = useState('');
  const add = useStepAction({ reload }, () =>
    call(connection, addOrganisation, { params: { sessionId: session.id }, body: { name, kind } }),
  );
  const remove = useStepAction({ reload }, (id: string) =>
    call(connection, removeOrganisation, { params: { sessionId: session.id, subjectId: subjectId.parse(id) } }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    if ((await add.run())?.ok) setName('');
  };
  return (
    <>
      <ul class="entries">
        {session.subjects.map((organisation) => (
          <li key={organisation.id}>
            <span>{organisation.name}</span>{' '}
            <button
              type="button"
              aria-label={say('removeOrganisationOf', { name: organisation.name })}
              disabled={remove.busy}
              onClick={() => void remove.run(organisation.id)}
            >
              {say('removeOrganisation')}
            </button>
          </li>
        ))}
      </ul>
      <FailureNote failure={remove.failure} />
      <form onSubmit={(event) => void submit(event)}>
        <h2>{say('organisationsTitle')}</h2>
        <TextField label={say('organisationName')} value={name} onInput={setName} maxLength={200} required />
        <TextField label={say('organisationKind')} value={kind} onInput={setKind} maxLength={200} required />
        <FailureNote failure={add.failure} />
        <p>
          <button type="submit" disabled={add.busy}>
            {say('addOrganisation')}
          </button>
        </p>
      </form>
    </>
  );
}
