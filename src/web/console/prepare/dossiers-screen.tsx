import { useState } from 'preact/hooks';
import { type Connection, call } from '../../../client/api.ts';
import { readBallotPage } from '../../../contract/box/box.ts';
import { addDossier, removeDossier } from '../../../contract/dossiers/dossiers.ts';
import type { InputOf, ReplyOf } from '../../../contract/operation.ts';
import { choiceLabelsById } from '../../../domain/roster/choice-labels.ts';
import { type SessionId, subjectId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { FileField, SelectField, TextField } from '../../shared/forms/fields.tsx';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { withFile } from '../../shared/forms/with-file.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { SeveralDossiers } from './several-dossiers.tsx';

type Page = ReplyOf<typeof readBallotPage>;
type Dossier = Page['dossiers'][number];

/** PDF files that voters read before they mark: of the conference, or of one subject. */
export function DossiersScreen({ session, reload: reloadSession }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const page = useLoad(() => call(connection, readBallotPage, { params: { sessionId: session.id } }), [session.id]);
  const mayChange = !hasReached(session, 'open') && (session.held.includes('chair') || session.held.includes('office'));
  const reload = async () => {
    await Promise.all([page.reload(), reloadSession()]);
  };
  return (
    <>
      <p>{t('dossiersHow')}</p>
      <Loaded of={page}>
        {(loaded) => (
          <>
            {loaded.dossiers.length === 0 && <p class="empty">{t('noDossiers')}</p>}
            <ul class="entries">
              {loaded.dossiers.map((dossier) => (
                <li key={dossier.id}>
                  <DossierEntry
                    sessionId={session.id}
                    page={loaded}
                    dossier={dossier}
                    mayChange={mayChange}
                    reload={reload}
                  />
                </li>
              ))}
            </ul>
            {mayChange && <AddDossier sessionId={session.id} page={loaded} reload={reload} />}
            {mayChange && (
              <SeveralDossiers
                sessionId={session.id}
                page={loaded}
                subjects={session.subjects.filter(({ id }) => loaded.subjects.some((one) => one.id === id))}
                reload={reload}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly sessionId: SessionId;
  readonly page: Page;
  reload(): Promise<unknown>;
}

function DossierEntry({
  sessionId,
  page,
  dossier,
  mayChange,
  reload,
}: PartProps & { readonly dossier: Dossier; readonly mayChange: boolean }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const subject = page.subjects.find(({ id }) => id === dossier.subjectId);
  const action = useStepAction({ reload }, () =>
    call(connection, removeDossier, { params: { sessionId, dossierId: dossier.id } }),
  );
  return (
    <>
      <p>
        <a href={`/api/sessions/${sessionId}/dossiers/${dossier.id}`} target="_blank" rel="noreferrer">
          {dossier.title}
        </a>{' '}
        <span class="quiet">{subject ? choiceLabelsById(page.subjects).get(subject.id) : t('ofConference')}</span>
      </p>
      <FailureNote failure={action.failure} />
      {mayChange && (
        <ConfirmButton
          label={t('removeDossier', { title: dossier.title })}
          sentence={t('removeDossierSure', { title: dossier.title })}
          yes={t('removeDossierYes')}
          busy={action.busy}
          onConfirm={() => void action.run()}
        />
      )}
    </>
  );
}

/** No subject has this id. */
const wholeConference = 'conference';

function upload(connection: Connection, named: Omit<InputOf<typeof addDossier>, 'body'>, file: File) {
  return withFile(file, (body) => call(connection, addDossier, { ...named, body }));
}

function AddDossier({ sessionId, page, reload }: PartProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState<string>(wholeConference);
  const [file, setFile] = useState<File>();
  const [added, setAdded] = useState(0);
  const id = useNewId();
  useUnsaved([title, file?.name]);
  const action = useStepAction({ reload }, (chosen: File) => {
    const { name, size, lastModified } = chosen;
    const query = {
      id: id.of([title, about, name, size, lastModified]),
      title,
      ...(about === wholeConference ? {} : { subjectId: subjectId.parse(about) }),
    };
    return upload(connection, { params: { sessionId }, query }, chosen);
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    if (file === undefined) return;
    const reply = await action.run(file);
    if (!reply?.ok) return;
    id.renew();
    setTitle('');
    setFile(undefined);
    setAdded(added + 1);
  };
  const labels = choiceLabelsById(page.subjects);
  return (
    <section>
      <h2>{t('addDossierTitle')}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <TextField label={t('dossierTitle')} value={title} onInput={setTitle} maxLength={200} required />
        <SelectField
          label={t('dossierAbout')}
          value={about}
          onInput={setAbout}
          options={[
            { value: wholeConference, label: t('ofConference') },
            ...page.subjects.map(({ id }) => ({ value: id, label: labels.get(id) ?? '' })),
          ]}
          required
        />
        {/* A file field cannot be emptied: after each dossier there is a new one. */}
        <FileField key={added} label={t('dossierFile')} accept="application/pdf,.pdf" onFile={setFile} required />
        <FailureNote failure={action.failure} />
        <p>
          <button type="submit" class="main-button" disabled={action.busy}>
            {t('addDossier')}
          </button>
        </p>
      </form>
    </section>
  );
}
