import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { addNote, type PlanView } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { TextArea } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showMoment } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly plan: PlanView;
  readonly committeeId: CommitteeId;
  set(plan: PlanView): void;
}

/** What pilot committees learnt, for everybody who follows the plan. */
export function ExperienceNotes({ plan, committeeId, set }: Props) {
  const { t, language } = useTranslation(sentences);
  const serves = useReader().serves(committeeId);
  const isPilot = plan.pilots.some((pilot) => pilot.committeeId === committeeId);
  if (plan.state === 'draft' || plan.pilots.length === 0) return null;
  return (
    <section>
      <h2>{t('notesTitle')}</h2>
      {plan.notes.length === 0 && <p class="empty">{t('noNotes')}</p>}
      <ul class="entries">
        {plan.notes.map((note) => (
          <li key={note.id}>
            <p>
              <strong>{note.committeeName}</strong>
              <br />
              <span class="quiet small">
                {note.by.name} · {showMoment(language, note.at)}
              </span>
            </p>
            <p class="wording">{note.text}</p>
          </li>
        ))}
      </ul>
      {serves && isPilot && <NoteForm plan={plan} committeeId={committeeId} set={set} />}
    </section>
  );
}

function NoteForm({ plan, committeeId, set }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [text, setText] = useState('');
  useUnsaved(text);
  const id = useNewId();
  const action = useAction(() =>
    call(connection, addNote, { params: { committeeId, planId: plan.id }, body: { id: id.of(text), text } }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (!reply?.ok) return;
    id.renew();
    setText('');
    set(reply.value);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextArea
        label={t('noteLabel')}
        hint={t('noteHint')}
        value={text}
        onInput={setText}
        maxLength={10_000}
        required
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" disabled={action.busy}>
          {t('addNote')}
        </button>
      </p>
    </form>
  );
}
