import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { addParticipant } from '../../../contract/session/sessions.ts';
import { birthYears, type PersonId } from '../../../domain/roster/person.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { NumberField, TextField } from '../../shared/forms/fields.tsx';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { thisYear } from '../../shared/show/today.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { SessionPersonPicker } from './session-person-picker.tsx';

/** Adds one person: somebody whom the service knows, or only a name, who then votes with a sheet. */
export function AddParticipant({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [name, setName] = useState('');
  const [position, setPosition] = useState('');
  const [personId, setPersonId] = useState<PersonId | null>(null);
  const [birthYear, setBirthYear] = useState<number>();
  const [added, setAdded] = useState<string>();
  const id = useNewId();
  useUnsaved([name, position, birthYear ?? null]);
  const action = useStepAction({ reload }, () => {
    const person = { personId, name, position, birthYear: birthYear ?? null };
    return call(connection, addParticipant, {
      params: { sessionId: session.id },
      body: { id: id.of(person), ...person },
    });
  });
  const fill = (person: PersonId | null, fullName: string, post: string) => {
    setPersonId(person);
    setName(fullName);
    setPosition(post);
    setBirthYear(undefined);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setAdded(undefined);
    const reply = await action.run();
    if (!reply?.ok) return;
    id.renew();
    setAdded(name);
    fill(null, '', '');
  };
  return (
    <section>
      <h2>{t('addOneTitle')}</h2>
      <SessionPersonPicker
        sessionId={session.id}
        label={t('findParticipant')}
        onPick={(person) => fill(person.personId, person.name, person.seats[0]?.position ?? '')}
      />
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('columnName')}
          value={name}
          onInput={(text) => {
            setPersonId(null);
            setName(text);
          }}
          autocomplete="off"
          maxLength={200}
          required
        />
        <TextField
          label={t('columnPosition')}
          value={position}
          onInput={setPosition}
          autocomplete="off"
          maxLength={300}
          required
        />
        <NumberField
          label={t('birthYearField')}
          hint={t('birthYearHint')}
          minimum={birthYears.first}
          maximum={thisYear()}
          value={birthYear}
          onInput={setBirthYear}
        />
        <p class="quiet small">{personId === null ? t('onlyName') : t('knownPerson')}</p>
        <FailureNote failure={action.failure} />
        <DoneNote text={added === undefined ? undefined : t('addedOne', { name: added })} />
        <p>
          <button type="submit" class="main-button" disabled={action.busy}>
            {t('addOne')}
          </button>
        </p>
      </form>
    </section>
  );
}
