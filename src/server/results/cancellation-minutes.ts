import { attendanceOf } from '../../domain/session/attendance.ts';
import { ledgerOf } from '../../domain/session/counting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { CancellationMinutesData, CancelledStage } from '../../print/minutes-data.ts';
import { sha256Base64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { localMoment } from '../kit/local-time.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { readHead } from '../record/record-head.ts';
import { ownRecord } from '../store/record-ref.ts';
import { minutesFrame, minutesLedger } from './minutes-frame.ts';
import { decidersOf, minutesRemarks, withoutStop } from './minutes-remarks.ts';

const stages: readonly CancelledStage[] = ['open', 'counting', 'closed'];

/** The minutes that cancelling after opening leaves; undefined for any other session. */
export async function cancellationMinutesData(
  deps: Deps,
  state: SessionWithPapers,
): Promise<CancellationMinutesData | undefined> {
  const { session } = state;
  const { cancellation, opening } = session;
  const stage = stages.find((one) => one === cancellation?.from);
  const head = await readHead(deps, ownRecord(session.id));
  if (cancellation === null || opening === null || stage === undefined || head === undefined) return undefined;
  const ledger = ledgerOf(state);
  const { summoned, present } = attendanceOf(session);
  return {
    ...minutesFrame(session, await chairPosition(deps, session), deps.clock()),
    title: 'BIÊN BẢN',
    abstract: `Hủy đợt lấy phiếu của ${session.committeeName}`,
    endedAt: localMoment(new Date(cancellation.at)),
    stage,
    reason: withoutStop(cancellation.reason),
    decidedBy: decidersOf(session, 'cancel'),
    attendance: { summoned, present, absent: summoned - present },
    ballots: { issued: ledger.issued, collected: ledger.collected },
    ledger: minutesLedger(ledger),
    remarks: minutesRemarks({
      ...session,
      decisions: session.decisions.filter(({ action }) => action.kind !== 'cancel'),
    }),
    record: {
      uuid: session.id,
      fingerprint: sha256Base64(opening.election),
      head: head.hash,
      height: head.height,
      supplementHash: null,
    },
  };
}
