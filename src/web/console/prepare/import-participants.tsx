import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { addParticipants, readParticipants } from '../../../contract/roll.ts';
import { useConnection } from '../../shared/connection.ts';
import { FailureNote } from '../../shared/failure-note.tsx';
import { FileField, TextArea } from '../../shared/fields.tsx';
import { useSpeech } from '../../shared/sentences.ts';
import { useAction } from '../../shared/use-action.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

type Listed = ReplyOf<typeof readParticipants>['participants'];

/** A whole list from a spreadsheet, as a file or pasted: read, looked at, then added. */
export function ImportParticipants({ session, reload }: StepProps) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const params = { sessionId: session.id };
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<File>();
  const [listed, setListed] = useState<Listed>();
  const [added, setAdded] = useState<number>();
  const reading = useAction(async () => {
    const body = file === undefined ? new TextEncoder().encode(pasted) : new Uint8Array(await file.arrayBuffer());
    return call(connection, readParticipants, { params, query: {}, body });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setAdded(undefined);
    const reply = await reading.run();
    setListed(reply?.ok ? reply.value.participants : undefined);
  };
  const done = (count: number | undefined) => {
    setListed(undefined);
    setAdded(count);
    if (count === undefined) return;
    setPasted('');
    setFile(undefined);
  };
  return (
    <section>
      <h2>{say('importTitle')}</h2>
      {listed === undefined ? (
        <form onSubmit={(event) => void submit(event)}>
          <FileField
            key={added}
            label={say('importFile')}
            hint={say('importFileHint')}
            accept=".xlsx,.csv"
            onFile={setFile}
          />
          <TextArea
            label={say('importPaste')}
            hint={say('importPasteHint')}
            value={pasted}
            onInput={setPasted}
            disabled={file !== undefined}
            rows={6}
          />
          <FailureNote failure={reading.failure} />
          <p>
            <button type="submit" disabled={reading.busy || (file === undefined && pasted.trim() === '')}>
              {say('readList')}
            </button>
          </p>
        </form>
      ) : (
        <Preview session={session} reload={reload} listed={listed} onDone={done} />
      )}
      <DoneNote text={added === undefined ? undefined : say('addedSeveral', { count: added })} />
    </section>
  );
}

interface PreviewProps extends StepProps {
  readonly listed: Listed;
  /** How many were added; undefined when none were wanted. */
  onDone(count: number | undefined): void;
}

function Preview({ session, reload, listed, onDone }: PreviewProps) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    new Set(listed.filter(({ onRoll, sameAsLine }) => !onRoll && sameAsLine === null).map(({ line }) => line)),
  );
  const action = useStepAction({ reload }, () => {
    const wanted = listed.filter(({ line }) => chosen.has(line));
    const participants = wanted.map(({ personId, name, position }) => ({ personId, name, position }));
    return call(connection, addParticipants, { params: { sessionId: session.id }, body: { participants } });
  });
  const choose = (line: number, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(line);
    else next.delete(line);
    setChosen(next);
  };
  const add = async () => {
    const reply = await action.run();
    if (reply?.ok) onDone(chosen.size);
  };
  return (
    <>
      <p role="status">{say('previewCount', { count: listed.length, chosen: chosen.size })}</p>
      <div class="table-box">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('columnAdd')}</th>
              <th scope="col">{say('columnName')}</th>
              <th scope="col">{say('columnPosition')}</th>
              <th scope="col">{say('columnRemark')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((one) => (
              <tr key={one.line}>
                <td>
                  <label class="check-cell">
                    <input
                      type="checkbox"
                      checked={chosen.has(one.line)}
                      aria-label={say('addPerson', { name: one.name })}
                      onChange={(event) => choose(one.line, event.currentTarget.checked)}
                    />
                  </label>
                </td>
                <th scope="row">{one.name}</th>
                <td>{one.position}</td>
                <td>
                  {one.onRoll && say('onRollAlready')}
                  {!one.onRoll && one.sameAsLine !== null && say('sameAsLine', { line: one.sameAsLine })}
                  {!one.onRoll && one.sameAsLine === null && one.personId !== null && say('knownPerson')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FailureNote failure={action.failure} />
      <div class="choices">
        <button
          type="button"
          class="main-button"
          disabled={action.busy || chosen.size === 0}
          onClick={() => void add()}
        >
          {say('addChosen', { count: chosen.size })}
        </button>
        <button type="button" disabled={action.busy} onClick={() => onDone(undefined)}>
          {say('addNobody')}
        </button>
      </div>
    </>
  );
}
