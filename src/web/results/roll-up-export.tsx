import { call } from '../../client/api.ts';
import { readRollUpCsv, readRollUpXlsx } from '../../contract/roll-up.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/roll-up.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useSpeech } from '../shared/sentences.ts';
import { useAction } from '../shared/use-action.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly query: RollUpFilter & PeopleFilter;
}

const kinds = { xlsx: readRollUpXlsx, csv: readRollUpCsv } as const;

/** Saves what fits the filter. */
export function RollUpExport({ committeeId, query }: Props) {
  const { say, language } = useSpeech(sentences);
  const connection = useConnection();
  const action = useAction(async (kind: keyof typeof kinds) => {
    const reply = await call(connection, kinds[kind], { params: { committeeId }, query: { ...query, language } });
    if (reply.ok) saveFile(`${say('rollUpFileName')}.${kind}`, new Uint8Array(reply.value), typeOf(kind));
    return reply;
  });
  return (
    <div class="no-print">
      <p class="choices">
        <button type="button" disabled={action.busy} onClick={() => void action.run('xlsx')}>
          {say('rollUpSaveXlsx')}
        </button>
        <button type="button" disabled={action.busy} onClick={() => void action.run('csv')}>
          {say('rollUpSaveCsv')}
        </button>
      </p>
      <FailureNote failure={action.failure} />
    </div>
  );
}

function typeOf(kind: keyof typeof kinds): string {
  return kinds[kind].replies[200].types[0] ?? '';
}
