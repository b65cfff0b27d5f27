import { type SQL, sql } from 'drizzle-orm';
import { type Ruling, refuse } from '../../../domain/ruling.ts';
import type { Paper } from '../../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PrintRunId, SessionId, VoterId } from '../../../domain/session/session.ts';
import type { RecordState } from '../../../protocol/record/record.ts';
import type { EventType } from '../../../protocol/record/record-event.ts';
import { isChanged } from '../asked-papers.ts';
import { checkAppend, checkStep } from '../check-step.ts';
import type { StepOutcome } from '../outcome.ts';
import { areSealedAnew } from '../paper-rows.ts';
import { AlteredSession } from '../session-locks.ts';
import { isSealedAlike } from '../session-seal.ts';
import type { HintToKeep, RecordLoad, RecordPart, SeenRecord, SessionLoad, SessionStep } from '../session-store.ts';
import { CameBetween } from './came-between.ts';
import type { Database } from './connection.ts';
import type { KnownSessions } from './known-sessions.ts';
import type { LoadedSession } from './load-session.ts';
import { bufferOf, recordReads } from './records.ts';
import { lockSession } from './session-rows.ts';

/** What a ballot asks for: its paper, and the record of the vote. */
export interface CastingLoad extends SessionLoad {
  readonly papers: readonly string[];
  readonly record: RecordLoad;
}

/** Whether a step is a ballot's, as far as what it asks for tells. */
export function asksAsBallot(id: SessionId, asked: SessionLoad): asked is CastingLoad {
  const { papers, record, documents, people, seatsOf, other, place } = asked;
  const more = documents ?? people ?? seatsOf ?? other ?? place;
  return papers !== undefined && record?.electionId === id && more === undefined;
}

type Decide = (
  state: SessionWithPapers,
  seen: { readonly record: SeenRecord<Required<RecordLoad>> },
) => Ruling<SessionStep, string>;

/** A ballot that waits: what it asks for and how it is decided. */
export interface WaitingBallot {
  readonly asked: CastingLoad;
  readonly decide: Decide;
}

/** What became of one of them. */
export type CastingResult =
  | { readonly kind: 'decided'; readonly ruling: Ruling<SessionStep, string> }
  | { readonly kind: 'thrown'; readonly error: unknown }
  /** It changes more than casting does: nothing of it is kept, and it goes the way of every other step. */
  | { readonly kind: 'elsewhere' };

/** What is there of a session for ballots, of one moment. */
interface Box {
  readonly known: LoadedSession;
  readonly voterOf: ReadonlyMap<string, VoterId>;
  /** Those that were asked for, as they lie there now. */
  readonly papers: Map<string, Paper>;
  end: RecordState | undefined;
  /** Of the payloads that were asked for those that are in the record. */
  readonly held: Set<string>;
  /** From the height on that was asked for. */
  readonly parts: RecordPart[];
}

/**
 * Decides ballots of one session in turn, each on what the one before it left, and appends them together: one statement
 * that locks and reads, one that writes, however large the session is. What a decision refuses or throws concerns its own
 * ballot alone.
 */
export async function castTogether(
  transaction: Database,
  sessions: KnownSessions,
  id: SessionId,
  waiting: readonly WaitingBallot[],
): Promise<StepOutcome<readonly CastingResult[]>> {
  const box = await lockedBox(
    transaction,
    sessions,
    id,
    waiting.map(({ asked }) => asked),
  );
  const nothing = { kind: 'decided', ruling: refuse('not-found') } as const;
  if (box === undefined) return { value: waiting.map(() => nothing), wrote: false };
  const change: Change = { append: [], hints: [], papers: new Map() };
  const value = waiting.map((ballot) => decideOne(id, box, ballot, change));
  const wrote = change.append.length > 0 || change.papers.size > 0;
  if (wrote) await writeTogether(transaction, id, change);
  return { value, wrote };
}

/** What a ballot's look sees; undefined where the session is not remembered as it is. */
export async function lookAsBallot(
  database: Database,
  sessions: KnownSessions,
  id: SessionId,
  asked: CastingLoad,
): Promise<{ readonly state: SessionWithPapers; readonly record: SeenRecord<Required<RecordLoad>> } | undefined> {
  const found = await readBox(database, id, [asked], sql``);
  const known = found && sessions.ofVersion(id, found.version);
  if (found === undefined || known === undefined) return undefined;
  const box = await boxOf(database, id, known, found, [asked]);
  return { state: stateFor(box, asked.papers), record: seenFor(box, asked.record) };
}

interface Change {
  readonly append: RecordPart[];
  readonly hints: HintToKeep[];
  readonly papers: Map<string, Paper>;
}

function decideOne(id: SessionId, box: Box, { asked, decide }: WaitingBallot, change: Change): CastingResult {
  try {
    const before = stateFor(box, asked.papers);
    const ruling = decide(before, { record: seenFor(box, asked.record) });
    if (!ruling.ok) return { kind: 'decided', ruling };
    const { after, append = [], hints = [] } = ruling.value;
    checkStep(before, ruling.value);
    if (!isCasting(id, before, ruling.value)) return { kind: 'elsewhere' };
    let { end } = box;
    for (const part of append) end = checkAppend(end, part);
    box.end = end;
    for (const part of append) {
      box.parts.push(part);
      if (part.payload !== null) box.held.add(part.payload);
    }
    change.append.push(...append);
    change.hints.push(...hints);
    for (const [credential, paper] of after.papers) {
      if (box.papers.get(credential) === paper) continue;
      box.papers.set(credential, paper);
      change.papers.set(credential, paper);
    }
    return { kind: 'decided', ruling };
  } catch (error) {
    return { kind: 'thrown', error };
  }
}

/** Whether the step changes nothing but who has voted, and adds to a record that grows with it. */
function isCasting(id: SessionId, before: SessionWithPapers, step: SessionStep): boolean {
  const { after, append = [], documents, people } = step;
  if (after === before && append.length === 0) return documents === undefined && people === undefined;
  return (
    after.session === before.session &&
    after.phoneLinks === before.phoneLinks &&
    append.length > 0 &&
    append.every(({ electionId, height }) => electionId === id && height > 0) &&
    documents === undefined &&
    people === undefined &&
    (!isChanged(before, after) || !areSealedAnew(before, after))
  );
}

function stateFor({ known, voterOf, papers }: Box, named: readonly string[]): SessionWithPapers {
  const own = named.flatMap((credential) => {
    const paper = papers.get(credential);
    return paper === undefined ? [] : [[credential, paper] as const];
  });
  const links = own.flatMap(([credential]) => {
    const voter = voterOf.get(credential);
    return voter === undefined ? [] : [[voter, credential] as const];
  });
  return { session: known.state.session, papers: new Map(own), phoneLinks: new Map(links) };
}

function seenFor(box: Box, { payload, from }: RecordLoad): SeenRecord<Required<RecordLoad>> {
  return {
    end: box.end,
    holdsPayload: payload !== undefined && box.held.has(payload),
    parts: from === undefined ? [] : box.parts.filter(({ height }) => height >= from),
  };
}

type PaperCells = readonly [
  credential: string,
  channel: Paper['channel'],
  printRunId: PrintRunId | null,
  fate: Paper['fate'],
  votedBy: Paper['votedBy'],
  recastKeyHash: string | null,
];

interface BoxRow extends Record<string, unknown> {
  readonly version: string;
  /** The version of which everything else in this row is. */
  readonly seen: string;
  readonly papers: readonly PaperCells[] | null;
  readonly held: readonly string[];
  readonly timestamp: number | null;
  readonly height: number | null;
  readonly hash: string | null;
  readonly type: EventType | null;
}

/**
 * One statement. What of it is not the session's row is as it was before a lock was waited for; so its lock is not
 * waited for here.
 */
async function readBox(
  database: Database,
  id: SessionId,
  asked: readonly CastingLoad[],
  locking: SQL,
): Promise<BoxRow | undefined> {
  const credentials = [...new Set(asked.flatMap(({ papers }) => papers))];
  const payloads = asked.flatMap(({ record }) => record.payload ?? []);
  const { rows } = await database.execute<BoxRow>(sql`
    SELECT session.revision || ' ' || session.xmin AS version,
      (SELECT revision || ' ' || xmin FROM session WHERE id = ${id}) AS seen, record.timestamp, last.height, last.hash, last.type,
      (SELECT json_agg(json_build_array(credential, channel, print_run_id, fate, voted_by, recast_key_hash))
        FROM paper WHERE session_id = ${id} AND credential = ANY(${sql.param(credentials)})) AS papers,
      ARRAY(SELECT payload FROM record_event
        WHERE session_id = ${id} AND election_id = ${id} AND payload = ANY(${sql.param(payloads)})) AS held
    FROM session
    LEFT JOIN record ON record.session_id = ${id} AND record.election_id = ${id}
    LEFT JOIN LATERAL (SELECT height, hash, type FROM record_event
      WHERE session_id = ${id} AND election_id = ${id} ORDER BY height DESC LIMIT 1) last ON true
    WHERE session.id = ${id} ${locking}`);
  return rows[0];
}

const unlessLocked = sql`FOR NO KEY UPDATE OF session SKIP LOCKED`;

async function lockedBox(
  transaction: Database,
  sessions: KnownSessions,
  id: SessionId,
  asked: readonly CastingLoad[],
): Promise<Box | undefined> {
  let found = await readBox(transaction, id, asked, unlessLocked);
  // Another step ended after this statement had begun to read, and before it had the lock.
  if (found !== undefined && found.seen !== found.version) {
    found = await readBox(transaction, id, asked, unlessLocked);
  } else if (found === undefined) {
    // Somebody else has it, or there is none. What is read once the lock is there is of now.
    await lockSession(transaction, id, 'no key update');
    found = await readBox(transaction, id, asked, unlessLocked);
  }
  const known = (found && sessions.ofVersion(id, found.version)) ?? (await sessions.readAt(transaction, id, false));
  if (known === undefined || found === undefined) return undefined;
  return await boxOf(transaction, id, known, found, asked);
}

async function boxOf(
  database: Database,
  id: SessionId,
  known: LoadedSession,
  row: BoxRow,
  asked: readonly CastingLoad[],
): Promise<Box> {
  const end = endOf(row);
  const from = Math.min(...asked.flatMap(({ record }) => record.from ?? []));
  const next = end?.nextHeight ?? 0;
  const own = { sessionId: id, electionId: id };
  const parts = from < next ? await recordReads(database).record(own, from, next - from) : [];
  return {
    known,
    voterOf: votersOf(known.state),
    papers: papersOf(id, known, row.papers ?? [], asked),
    end,
    held: new Set(row.held),
    parts: [...parts],
  };
}

function endOf({ timestamp, height, hash, type }: BoxRow): RecordState | undefined {
  if (timestamp === null || height === null || hash === null || type === null) return undefined;
  return { timestamp, nextHeight: height + 1, head: hash, lastType: type };
}

/**
 * The papers as they lie there; throws `AlteredSession` where one is not what was sealed. A paper that its link alone
 * tells of (`kept-papers.ts`) has not voted.
 */
function papersOf(
  id: SessionId,
  { state }: LoadedSession,
  rows: readonly PaperCells[],
  asked: readonly CastingLoad[],
): Map<string, Paper> {
  const cells = new Map(rows.map((row) => [row[0], row]));
  const found = new Map<string, Paper>();
  for (const credential of asked.flatMap(({ papers }) => papers)) {
    const known = state.papers.get(credential);
    const row = cells.get(credential);
    if (known === undefined && row === undefined) continue;
    const isHidden = row === undefined && state.session.state === 'issued';
    const paper = isHidden || row === undefined ? known : paperOf(id, row);
    const isSealed = known !== undefined && paper !== undefined && isSealedAlike(state.session.state, known, paper);
    if (!isSealed || (row === undefined && !isHidden)) throw new AlteredSession(id, 'its papers were altered');
    const isSame = known.votedBy === paper.votedBy && known.recastKeyHash === paper.recastKeyHash;
    found.set(credential, isSame ? known : paper);
  }
  return found;
}

function paperOf(
  sessionId: SessionId,
  [credential, channel, printRunId, fate, votedBy, recastKeyHash]: PaperCells,
): Paper {
  return { sessionId, credential, channel, printRunId, fate, votedBy, recastKeyHash };
}

const voters = new WeakMap<SessionWithPapers['phoneLinks'], ReadonlyMap<string, VoterId>>();

/** Turned round once for all ballots of a session. */
function votersOf({ phoneLinks }: SessionWithPapers): ReadonlyMap<string, VoterId> {
  const known = voters.get(phoneLinks);
  if (known !== undefined) return known;
  const turned = new Map([...phoneLinks].map(([voter, credential]) => [credential, voter]));
  voters.set(phoneLinks, turned);
  return turned;
}

/** One statement; nothing of it where another ballot has come in between. */
async function writeTogether(transaction: Database, id: SessionId, { append, hints, papers }: Change): Promise<void> {
  const events = append.map(
    ({ height, type, hash, payload, bytes }) =>
      sql`(${id}, ${id}, ${height}::int, ${type}, ${hash}, ${payload}, ${bufferOf(bytes)}::bytea)`,
  );
  const changed = [...papers.values()];
  const column = (name: 'credential' | 'votedBy' | 'recastKeyHash') =>
    sql`${sql.param(changed.map((paper) => paper[name]))}::text[]`;
  const kept = hints.map(({ ballot, hint }) => sql`(${id}, ${id}, ${ballot}, ${bufferOf(hint)}::bytea)`);
  const advice =
    kept.length === 0
      ? sql``
      : sql`, hints AS (INSERT INTO ballot_hint (session_id, election_id, ballot, hint) VALUES ${sql.join(kept, sql`, `)})`;
  const { rows } = await transaction.execute<{ events: number; papers: number }>(sql`
    WITH events AS (INSERT INTO record_event (session_id, election_id, height, type, hash, payload, bytes)
      VALUES ${sql.join(events, sql`, `)} ON CONFLICT DO NOTHING RETURNING height),
    papers AS (UPDATE paper SET voted_by = cast_now.voted_by, recast_key_hash = cast_now.recast_key_hash
      FROM unnest(${column('credential')}, ${column('votedBy')}, ${column('recastKeyHash')})
        AS cast_now(credential, voted_by, recast_key_hash)
      WHERE paper.session_id = ${id} AND paper.credential = cast_now.credential RETURNING paper.credential)${advice}
    SELECT (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM papers) AS papers`);
  const [done] = rows;
  if (done?.events !== events.length || done.papers !== changed.length) throw new CameBetween();
}
