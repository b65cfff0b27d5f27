import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { findPeople } from '../../../contract/roll.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/connection.ts';
import { FailureNote } from '../../shared/failure-note.tsx';
import { TextField } from '../../shared/fields.tsx';
import { useSpeech } from '../../shared/sentences.ts';
import { useAction } from '../../shared/use-action.ts';
import { sentences } from '../sentences.ts';

export type FoundPerson = ReplyOf<typeof findPeople>[number];

interface Props {
  readonly sessionId: SessionId;
  readonly label: string;
  onPick(person: FoundPerson): void;
}

/** Finds somebody whom the rosters brought, by name. */
export function PersonPicker({ sessionId, label, onPick }: Props) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly FoundPerson[]>();
  const action = useAction(() => call(connection, findPeople, { params: { sessionId }, query: { name } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    setFound(reply?.ok ? reply.value : undefined);
  };
  const pick = (person: FoundPerson) => {
    setFound(undefined);
    setName('');
    onPick(person);
  };
  return (
    <form class="picker" onSubmit={(event) => void submit(event)}>
      <div class="inline-form">
        <TextField
          label={label}
          type="search"
          value={name}
          onInput={setName}
          autocomplete="off"
          maxLength={100}
          required
        />
        <button type="submit" disabled={action.busy}>
          {say('search')}
        </button>
      </div>
      <FailureNote failure={action.failure} />
      <div role="status">{found && found.length === 0 && <p>{say('nobodyFound')}</p>}</div>
      {found && found.length > 0 && (
        <ul class="entries">
          {found.map((person) => (
            <li key={person.personId}>
              <button type="button" onClick={() => pick(person)}>
                {say('choosePerson', { name: person.name })}
              </button>{' '}
              <span class="quiet">
                {person.seats
                  .map(({ committeeName, superiorName, position }) =>
                    [position, committeeName, superiorName].filter(Boolean).join(', '),
                  )
                  .join('; ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
