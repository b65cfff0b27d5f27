import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { previewTargets, readTargetsCsv, readTargetsXlsx } from '../../contract/half-term.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { compareTargets, type TargetChanges } from '../../domain/half-term/compare-targets.ts';
import type { ResolutionTarget } from '../../domain/half-term/target.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { FileField } from '../shared/fields.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useAction } from '../shared/use-action.ts';
import { useHalfTermSpeech } from './speech.ts';
import { TargetTable } from './target-table.tsx';

interface ImportProps {
  readonly committeeId: CommitteeId;
  /** The targets as they stand in the form. */
  readonly present: readonly ResolutionTarget[];
  onTake(targets: readonly ResolutionTarget[]): void;
}

/** Shows what a spreadsheet would change before it takes the place of the targets. */
export function ImportTargets({ committeeId, present, onTake }: ImportProps) {
  const { say } = useHalfTermSpeech();
  const connection = useConnection();
  const [found, setFound] = useState<readonly ResolutionTarget[]>();
  const action = useAction(async (file: File) => {
    const body = new Uint8Array(await file.arrayBuffer());
    const reply = await call(connection, previewTargets, { params: { committeeId }, body });
    if (reply.ok) setFound(reply.value.targets.map(({ standing: _, ...target }) => target));
    return reply;
  });
  const choose = (file: File | undefined) => {
    setFound(undefined);
    action.clear();
    if (file) void action.run(file);
  };
  const changes = found && compareTargets(present, found);
  return (
    <>
      <FileField label={say('targetsFile')} hint={say('targetsFileHint')} accept=".xlsx,.csv" onFile={choose} />
      <FailureNote failure={action.failure} />
      <div role="status">{changes && <Summary changes={changes} />}</div>
      {found && changes && !changes.isSame && (
        <>
          <TargetTable targets={found} changes={changes} />
          <p>
            <button
              type="button"
              onClick={() => {
                onTake(found);
                setFound(undefined);
              }}
            >
              {say('takeTargets')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Summary({ changes: { rows, dropped, isSame } }: { readonly changes: TargetChanges }) {
  const { say } = useHalfTermSpeech();
  const number = (wanted: string) => rows.filter(({ change }) => change === wanted).length;
  if (isSame) return <p>{say('sameTargets', { count: rows.length })}</p>;
  return (
    <>
      <p>
        {say('foundTargets', {
          ...{ count: rows.length, added: number('added'), changed: number('changed') },
          ...{ same: number('same'), dropped: dropped.length },
        })}
      </p>
      {dropped.length > 0 && (
        <>
          <p>{say('droppedTargets')}</p>
          <ul>
            {dropped.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const files = [
  { label: 'exportXlsx', name: 'chi-tieu.xlsx', operation: readTargetsXlsx },
  { label: 'exportCsv', name: 'chi-tieu.csv', operation: readTargetsCsv },
] as const;

/** The targets that were kept, as a spreadsheet. */
export function ExportTargets({ committeeId, term }: { readonly committeeId: CommitteeId; readonly term: string }) {
  const { say, language } = useHalfTermSpeech();
  const connection = useConnection();
  const action = useAction(async ({ name, operation }: (typeof files)[number]) => {
    const reply = await call(connection, operation, { params: { committeeId }, query: { term, language } });
    if (reply.ok) saveFile(name, reply.value as Uint8Array<ArrayBuffer>, 'application/octet-stream');
    return reply;
  });
  return (
    <>
      <div class="choices">
        {files.map((file) => (
          <button key={file.name} type="button" disabled={action.busy} onClick={() => void action.run(file)}>
            {say(file.label)}
          </button>
        ))}
      </div>
      <FailureNote failure={action.failure} />
    </>
  );
}
