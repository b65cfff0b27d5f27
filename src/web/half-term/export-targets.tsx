import { call } from '../../client/api.ts';
import { readTargetsCsv, readTargetsXlsx } from '../../contract/half-term/half-term.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { saveFile } from '../shared/device/save-file.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useHalfTermSpeech } from './speech.ts';

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
