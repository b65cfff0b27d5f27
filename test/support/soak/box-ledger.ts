import type { SessionId } from '../../../src/domain/session/session.ts';
import type { Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { sha256Base64, sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import type { StoredBytes } from './stored-bytes.ts';

export interface SeenHead {
  readonly hash: string;
  readonly height: number;
}

/** A ballot as it was sent; what it says is known here only. */
export interface SentBallot {
  readonly paper: string;
  readonly text: string;
  readonly marks: Marks;
}

/** What the people of one session know of its box, to be compared with what the database holds. */
export interface BoxLedger {
  /** Before a ballot is sent for the first time. */
  send(ballot: SentBallot): void;
  /** When it was answered that it is in the box. */
  acknowledge(ballot: SentBallot, head: SeenHead): void;
  see(head: SeenHead): void;
  acknowledged(): number;
  /** Compares with the database; throws with everything that is wrong. */
  check(stored: StoredBytes): Promise<void>;
  /**
   * After a backup was put back: whoever was told of something that is not in it is told so. Everything acknowledged
   * before the backup was begun must be there.
   * @param before what `mark` gave then
   * @returns how many acknowledged ballots have to be sent again
   */
  restored(stored: StoredBytes, before: ReadonlySet<string>): Promise<number>;
  /** Acknowledged so far. */
  mark(): ReadonlySet<string>;
  /** Ballots of this paper that were acknowledged and went with the old machine, in their order. */
  lost(paper: string): readonly SentBallot[];
  /** The last ballot of each paper, in the record's own order. */
  counted(stored: StoredBytes): Promise<readonly SentBallot[]>;
  readonly heads: () => readonly SeenHead[];
}

interface StoredBox {
  /** SHA-256 of each ballot, in the order of the record. */
  readonly payloads: readonly string[];
  /** By height. */
  readonly heads: readonly string[];
}

export function boxLedger(sessionId: SessionId): BoxLedger {
  const sent = new Map<string, SentBallot>();
  const acknowledged = new Set<string>();
  const lost = new Set<string>();
  let heads = new Map<string, SeenHead>();
  const see = (head: SeenHead) => void heads.set(`${head.height} ${head.hash}`, head);
  const isOn = ({ heads: chain }: StoredBox, { hash, height }: SeenHead) => chain[height] === hash;

  /** What must hold whatever happened. */
  const flaws = ({ payloads }: StoredBox): string[] => [
    ...payloads.filter((hash, at) => payloads.indexOf(hash) !== at).map((hash) => `twice in the box: ${hash}`),
    ...payloads.filter((hash) => !sent.has(hash)).map((hash) => `in the box and never sent: ${hash}`),
  ];
  return {
    see,
    heads: () => [...heads.values()],
    send: (ballot) => void sent.set(sha256Hex(ballot.text), ballot),
    acknowledge: ({ text }, head) => {
      const hash = sha256Hex(text);
      if (!sent.has(hash)) throw new Error(`acknowledged and never sent: ${hash}`);
      acknowledged.add(hash);
      lost.delete(hash);
      see(head);
    },
    acknowledged: () => acknowledged.size,
    mark: () => new Set(acknowledged),
    check: async (bytesOf) => {
      // Before the database is read: what comes in meanwhile may be there or not.
      const [told, seen] = [[...acknowledged].filter((hash) => !lost.has(hash)), [...heads.values()]];
      const stored = await readBox(bytesOf, sessionId);
      const inBox = new Set(stored.payloads);
      throwAll([
        ...flaws(stored),
        ...told.filter((hash) => !inBox.has(hash)).map((hash) => `acknowledged and not in the box: ${hash}`),
        ...seen.filter((head) => !isOn(stored, head)).map(({ height }) => `a head at ${height} is not on the chain`),
      ]);
    },
    restored: async (bytesOf, before) => {
      const stored = await readBox(bytesOf, sessionId);
      const inBox = new Set(stored.payloads);
      throwAll([
        ...flaws(stored),
        ...[...before].filter((hash) => !inBox.has(hash)).map((hash) => `not in the backup made after it: ${hash}`),
      ]);
      for (const hash of acknowledged) if (!inBox.has(hash)) lost.add(hash);
      heads = new Map([...heads].filter(([, head]) => isOn(stored, head)));
      return lost.size;
    },
    lost: (paper) => [...lost].flatMap((hash) => sent.get(hash) ?? []).filter((ballot) => ballot.paper === paper),
    counted: async (bytesOf) => {
      const last = new Map<string, SentBallot>();
      for (const hash of (await readBox(bytesOf, sessionId)).payloads) {
        const ballot = sent.get(hash);
        if (ballot !== undefined) last.set(ballot.paper, ballot);
      }
      return [...last.values()];
    },
  };
}

export function trackerOf({ text }: SentBallot): string {
  return sha256Base64(text);
}

function throwAll(flaws: readonly string[]): void {
  if (flaws.length > 0) throw new Error(flaws.join('\n'));
}

/** Reads a session's record beside the running service, as its bytes are stored, and checks its chain. */
async function readBox(bytesOf: StoredBytes, sessionId: SessionId): Promise<StoredBox> {
  const bytes = await bytesOf(sessionId);
  if (bytes.length === 0) return { payloads: [], heads: [] };
  const read = readRecord(bytes);
  if (!read.ok) throw new Error(`the chain of ${sessionId} is broken: ${read.refusal}`);
  const { events } = read.value;
  return {
    payloads: events.flatMap(({ type, files }) => (type === 'Ballot' ? (files.at(-1)?.hash ?? '') : [])),
    heads: events.map(({ hash }) => hash),
  };
}
