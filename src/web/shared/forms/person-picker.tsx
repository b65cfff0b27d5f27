import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { findPeople } from '../../../contract/session/roll.ts';
import { nameWithYear } from '../../../domain/roster/namesakes.ts';
import type { Answer } from '../fetch/answer.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';
import { TextField } from './fields.tsx';
import { useAction } from './use-action.ts';

export type FoundPerson = ReplyOf<typeof findPeople>[number];

interface Props {
  readonly label: string;
  /** Asks the service for people of this name. */
  find(name: string): Promise<Answer<readonly FoundPerson[]>>;
  onPick(person: FoundPerson): void;
}

/** Finds somebody whom the rosters brought, by name. */
export function PersonPicker({ label, find, onPick }: Props) {
  const { t } = useTranslation(officeSentences);
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly FoundPerson[]>();
  const action = useAction(() => find(name));
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
          {t('search')}
        </button>
      </div>
      <FailureNote failure={action.failure} />
      <div role="status">{found && found.length === 0 && <p>{t('nobodyFound')}</p>}</div>
      {found && found.length > 0 && (
        <ul class="entries">
          {found.map((person) => (
            <li key={person.personId}>
              <button type="button" onClick={() => pick(person)}>
                {t('choosePerson', { name: nameWithYear(person) })}
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
