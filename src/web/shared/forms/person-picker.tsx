import type { ComponentChildren } from 'preact';
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

export type FoundPerson = Omit<ReplyOf<typeof findPeople>[number], 'isSubject'>;

interface Props<Found extends FoundPerson> {
  readonly label: string;
  /** Asks the service for people of this name. */
  find(name: string): Promise<Answer<readonly Found[]>>;
  /** Why somebody who was found cannot be chosen; undefined for whoever can. */
  against?(person: Found): string | undefined;
  /** What to do about somebody who is not among those found; after a search only. */
  otherwise?(name: string): ComponentChildren;
  onPick(person: Found): void;
}

/** Finds somebody whom the rosters brought, by name. */
export function PersonPicker<Found extends FoundPerson>({ label, find, against, otherwise, onPick }: Props<Found>) {
  const { t } = useTranslation(officeSentences);
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly Found[]>();
  const action = useAction(() => find(name));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    setFound(reply?.ok ? reply.value : undefined);
  };
  const pick = (person: Found) => {
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
              <Hit person={person} against={against?.(person)} onPick={() => pick(person)} />{' '}
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
      {found && otherwise?.(name)}
    </form>
  );
}

interface HitProps {
  readonly person: FoundPerson;
  readonly against: string | undefined;
  onPick(): void;
}

function Hit({ person, against, onPick }: HitProps) {
  const { t } = useTranslation(officeSentences);
  const name = nameWithYear(person);
  if (against !== undefined) {
    return (
      <>
        <span class="entry-name">{name}</span> <strong>{against}</strong>
      </>
    );
  }
  return (
    <button type="button" onClick={onPick}>
      {t('choosePerson', { name })}
    </button>
  );
}
