import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { addKeyCadre, findToSummon } from '../../contract/session/summoned.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { birthYears, type PersonId } from '../../domain/roster/person.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { CheckField, NumberField, TextField } from '../shared/forms/fields.tsx';
import { PersonPicker } from '../shared/forms/person-picker.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { thisYear } from '../shared/show/today.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly term: string;
  reload(): void;
}

interface Cadre {
  /** Null for somebody known by name only. */
  readonly personId: PersonId | null;
  readonly name: string;
  readonly position: string;
  readonly birthYear: number | null;
  readonly votes: boolean;
}

const nobody: Cadre = { personId: null, name: '', position: '', birthYear: null, votes: true };

/** Adds a key cadre who was not a delegate: found among those known, or by name. */
export function CadreForm({ committeeId, term, reload }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [cadre, setCadre] = useState(nobody);
  const [added, setAdded] = useState('');
  useUnsaved(cadre);
  const put = (change: Partial<Cadre>) => setCadre({ ...cadre, ...change });
  const id = useNewId();
  const action = useAction(() => {
    const body = { id: id.of(cadre), ...cadre };
    return call(connection, addKeyCadre, { params: { committeeId }, query: { term }, body });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setAdded('');
    if (!(await action.run())?.ok) return;
    id.renew();
    setAdded(cadre.name);
    setCadre(nobody);
    reload();
  };
  return (
    <section>
      <h3>{t('cadreTitle')}</h3>
      <PersonPicker
        label={t('findCadre')}
        find={(name) => call(connection, findToSummon, { params: { committeeId }, query: { name } })}
        onPick={({ personId, name, seats }) =>
          put({ personId, name, position: seats[0]?.position ?? '', birthYear: null })
        }
      />
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('fullName')}
          value={cadre.name}
          // Another name is another person.
          onInput={(name) => put({ name, personId: null })}
          autocomplete="off"
          maxLength={200}
          required
        />
        <p class="quiet small" role="status">
          {cadre.name !== '' && t(cadre.personId === null ? 'cadreByName' : 'cadreKnown')}
        </p>
        <TextField
          label={t('position')}
          value={cadre.position}
          onInput={(position) => put({ position })}
          autocomplete="off"
          maxLength={300}
          required
        />
        <NumberField
          label={t('birthYear')}
          hint={t('birthYearHint')}
          minimum={birthYears.first}
          maximum={thisYear()}
          value={cadre.birthYear ?? undefined}
          onInput={(birthYear) => put({ birthYear: birthYear ?? null })}
        />
        <CheckField
          label={t('cadreVotes')}
          hint={t('cadreVotesHint')}
          value={cadre.votes}
          onInput={(votes) => put({ votes })}
        />
        <FailureNote failure={action.failure} />
        <p>
          <button type="submit" disabled={action.busy}>
            {t('addCadre')}
          </button>
        </p>
        <p role="status">{added !== '' && t('cadreAdded', { name: added })}</p>
      </form>
    </section>
  );
}
