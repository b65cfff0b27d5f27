import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { addOrganisation, removeOrganisation } from '../../../contract/session/sessions.ts';
import { subjectId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLater } from '../../shared/fetch/use-later.ts';
import { TextField } from '../../shared/forms/fields.tsx';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import type { SubordinatesProps } from './subordinates-to-name.tsx';

/** Where the form rates organisations: they are named one by one while the session is a draft. */
export function Organisations({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const mayName = session.state === 'draft' && (session.held.includes('chair') || session.held.includes('office'));
  const [added, setAdded] = useState<string>();
  const id = useNewId();
  const add = useStepAction({ reload }, (name: string, kind: string) => {
    const body = { name, kind };
    const params = { sessionId: session.id };
    return call(connection, addOrganisation, { params, body: { id: id.of(body), ...body } });
  });
  const name = async (named: string, kind: string): Promise<boolean> => {
    setAdded(undefined);
    const done = (await add.run(named, kind))?.ok === true;
    if (done) {
      id.renew();
      setAdded(named);
    }
    return done;
  };
  return (
    <>
      <p>{t('organisationsHow')}</p>
      {session.subjects.length === 0 ? (
        <p class="empty">{t('noOrganisations')}</p>
      ) : (
        <OrganisationTable session={session} reload={reload} mayName={mayName} />
      )}
      {mayName && (
        <>
          <FailureNote failure={add.failure} />
          <DoneNote text={added === undefined || add.busy ? undefined : t('organisationAdded', { name: added })} />
          <NameOrganisation busy={add.busy} name={name} />
          <Subordinates session={session} busy={add.busy} name={name} />
        </>
      )}
    </>
  );
}

/** Fetched where organisations are rated: most forms rate people. */
function Subordinates(props: SubordinatesProps) {
  const part = useLater(() => import('./subordinates-to-name.tsx'));
  return <Loaded of={part}>{({ SubordinatesToName }) => <SubordinatesToName {...props} />}</Loaded>;
}

/** As they will stand on the ballot. */
function OrganisationTable({ session, reload, mayName }: StepProps & { readonly mayName: boolean }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const remove = useStepAction({ reload }, (id: string) =>
    call(connection, removeOrganisation, { params: { sessionId: session.id, subjectId: subjectId.parse(id) } }),
  );
  return (
    <>
      <div class="table-box">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('columnNumber')}</th>
              <th scope="col">{t('organisationName')}</th>
              <th scope="col">{t('organisationKind')}</th>
              {mayName && <th scope="col">{t('removeOrganisation')}</th>}
            </tr>
          </thead>
          <tbody>
            {session.subjects.map((one, index) => (
              <tr key={one.id}>
                <td>{index + 1}</td>
                <th scope="row">{one.name}</th>
                <td>{one.struckFor === null ? one.position : t('struck', { reason: one.struckFor })}</td>
                {mayName && (
                  <td>
                    <button
                      type="button"
                      class="tool"
                      aria-label={t('removeOrganisationOf', { name: one.name })}
                      disabled={remove.busy}
                      onClick={() => void remove.run(one.id)}
                    >
                      {t('removeOrganisation')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FailureNote failure={remove.failure} />
    </>
  );
}

interface NameProps {
  readonly busy: boolean;
  /** Gives whether it was added. */
  name(name: string, kind: string): Promise<boolean>;
}

/** Any organisation or collective by its name; the kind stays for the next one of the same. */
function NameOrganisation({ busy, name: add }: NameProps) {
  const { t } = useTranslation(sentences);
  const [name, setName] = useState('');
  const [kind, setKind] = useState('');
  useUnsaved(name);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await add(name, kind)) setName('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{t('organisationsTitle')}</h2>
      <TextField
        label={t('organisationName')}
        value={name}
        onInput={setName}
        autocomplete="off"
        maxLength={200}
        required
      />
      <TextField
        label={t('organisationKind')}
        hint={t('organisationKindHint')}
        value={kind}
        onInput={setKind}
        autocomplete="off"
        maxLength={200}
        required
      />
      <p>
        <button type="submit" disabled={busy}>
          {t('addOrganisation')}
        </button>
      </p>
    </form>
  );
}
