import { call } from '../../client/api.ts';
import { readBoardCsv, readBoardXlsx } from '../../contract/plans.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { saveFile } from '../shared/save-file.ts';
import { useSpeech } from '../shared/sentences.ts';
import { useAction } from '../shared/use-action.ts';
import type { BoardQuery } from './board-filter.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
  readonly query: BoardQuery;
}

const kinds = { xlsx: readBoardXlsx, csv: readBoardCsv } as const;

/** Saves what the filter shows, all pages of it. */
export function BoardExport({ committeeId, planId, query }: Props) {
  const { say, language } = useSpeech(sentences);
  const connection = useConnection();
  const action = useAction(async (kind: keyof typeof kinds) => {
    const input = { params: { committeeId, planId }, query: { ...query, language } };
    const reply = await call(connection, kinds[kind], input);
    if (reply.ok) saveFile(`${say('fileName')}.${kind}`, new Uint8Array(reply.value), typeOf(kind));
    return reply;
  });
  return (
    <div class="no-print">
      <p class="choices">
        <button type="button" disabled={action.busy} onClick={() => void action.run('xlsx')}>
          {say('saveXlsx')}
        </button>
        <button type="button" disabled={action.busy} onClick={() => void action.run('csv')}>
          {say('saveCsv')}
        </button>
      </p>
      <FailureNote failure={action.failure} />
    </div>
  );
}

function typeOf(kind: keyof typeof kinds): string {
  return kinds[kind].replies[200].types[0] ?? '';
}
