import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideCastSheet, type SheetRefusal } from '../../domain/session/casting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { readBallotHead } from '../../protocol/ballot/ballot-head.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import { ballotEvent } from '../../protocol/record/record-events.ts';
import type { Deps } from '../deps.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { appendPart } from '../record/append-part.ts';
import { hintsOf } from '../record/hints-of.ts';
import { type OpenedElection, openedElection } from '../record/opened-election.ts';
import { ownRecord } from '../store/record-ref.ts';
import type { SessionStep } from '../store/session-store.ts';
import { knownPaper } from './known-paper.ts';
import { type Receipt, receiptOf } from './receipt.ts';

/** A sheet as the desk keyed and sealed it. */
export interface SheetToCast {
  readonly ballot: string;
  readonly hint?: string | undefined;
  readonly invalidReason: string | null;
}

type Refusal = SheetRefusal | 'ballot-invalid' | 'not-found';

/** Casts a keyed sheet in the same order as a phone's ballot; it replaces its paper's phone ballot. */
export async function castSheet(
  deps: Deps,
  boxes: ShownBoxes,
  id: SessionId,
  sheet: SheetToCast,
): Promise<Ruling<Receipt & { readonly replacesPhone: boolean }, Refusal>> {
  const head = readBallotHead(sheet.ballot);
  if (head === undefined) return refuse('ballot-invalid', [{ code: 'not-canonical' }]);
  if (head.uuid !== id) return refuse('ballot-invalid', [{ code: 'wrong-election' }]);
  const { credential } = head;
  const hash = sha256Hex(sheet.ballot);
  const opened = await openedElection(deps, ownRecord(id));
  const asked = { papers: [credential], record: { electionId: id, payload: hash } };
  const first = await deps.store.sessions.look(id, asked, (state, { record }) =>
    opened === undefined ? refuse('not-counting') : decide(state, opened, credential, record.holdsPayload, sheet),
  );
  if (!first.ok) return first;
  if (opened === undefined) return refuse('not-counting');
  const { ballot, hint } = sheet;
  const verdict = await deps.pool.run('checkBallot', { election: opened.election, ballot, hint, credential });
  if (!verdict.ok) return refuse('ballot-invalid', [{ code: verdict.refusal }]);

  let replacesPhone = false;
  const step = await deps.store.sessions.update(id, asked, (current, { record }): Ruling<SessionStep, Refusal> => {
    const alreadyInBox = record.holdsPayload;
    const decided = decide(current, opened, credential, alreadyInBox, sheet);
    if (!decided.ok) return decided;
    const { session, paper } = decided.value;
    if (alreadyInBox) {
      const keyed = current.papers.get(credential)?.votedBy === 'sheet';
      // PROTOCOL §7.2, B4: a phone's ballot cannot be handed in once more as if it were its sheet.
      return keyed ? accept({ after: current }) : refuse('ballot-invalid', [{ code: 'duplicate-ballot' }]);
    }
    replacesPhone = decided.value.replacesPhone;
    const papers = new Map(current.papers).set(credential, paper);
    const { part } = appendPart(id, record.end, ballotEvent(utf8Bytes(sheet.ballot)), deps.clock);
    const hints = hintsOf(id, verdict);
    return accept({ after: { ...current, session, papers }, append: [part], hints });
  });
  return step.ok ? accept({ ...(await receiptOf(boxes, step.value.after.session, hash)), replacesPhone }) : step;
}

function decide(
  state: SessionWithPapers,
  opened: OpenedElection,
  credential: string,
  alreadyInBox: boolean,
  { invalidReason }: SheetToCast,
) {
  const paper = knownPaper(state, opened, credential);
  return decideCastSheet(state.session, { paper, alreadyInBox, invalidReason });
}
