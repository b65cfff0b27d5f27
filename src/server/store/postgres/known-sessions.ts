import { eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { hasLostLinks, type SessionWithPapers } from '../../../domain/session/papers.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import type { LinkKeys } from '../link-keys.ts';
import { AlteredSession, lockingMeanwhile, type SessionLocks } from '../session-locks.ts';
import type { Database } from './connection.ts';
import { refuseLeftBehind } from './left-behind.ts';
import { type LoadedSession, loadSession } from './load-session.ts';
import { inOneMoment } from './one-moment.ts';
import { loadVotes } from './paper-rows.ts';
import { versionOfRow } from './session-rows.ts';
import { sessionTable } from './sessions-schema.ts';

/** The sessions that a node remembers, each as long as its version stands; who has voted as long as its record does. */
export interface KnownSessions {
  /** As it is now. */
  read(id: SessionId): Promise<LoadedSession | undefined>;
  /**
   * The same within a moment: of one snapshot, or with the session's row locked.
   * @param votes whether it is to tell who voted; without, its papers are what they were when that was last read
   */
  readAt(moment: Database, id: SessionId, votes: boolean): Promise<LoadedSession | undefined>;
  /** What is remembered of this version, with whatever it says of votes. */
  ofVersion(id: SessionId, version: string): LoadedSession | undefined;
  /** What a step has left behind, once it counts. */
  remember(id: SessionId, left: LoadedSession): void;
}

/** A ballot need not read a whole session. Papers of all that are remembered: some tens of megabytes. */
const papersKept = 100_000;
/** What else there is of a session, in papers. */
const besidePapers = 100;

export function knownSessions(database: Database, locks: SessionLocks, keys: LinkKeys): KnownSessions {
  const kept = new LRUCache<SessionId, LoadedSession>({
    maxSize: papersKept,
    sizeCalculation: ({ state }) => besidePapers + state.papers.size,
  });
  const ofVersion = (id: SessionId, version: string) => {
    const known = kept.get(id);
    if (known?.version !== version) return undefined;
    // A key may be gone, or come back, while everything else stays.
    const { phoneLinks } = known.state;
    return (phoneLinks.size === 0 ? !hasLostLinks(known.state) : keys.has(id)) ? known : undefined;
  };
  /** Of one version the session stays the same object, whoever else has read it meanwhile. */
  const keep = (id: SessionId, read: LoadedSession) => {
    const known = ofVersion(id, read.version);
    if (known !== undefined && known.height >= read.height) return known;
    const same = known === undefined ? read : { ...read, state: { ...read.state, session: known.state.session } };
    kept.set(id, same);
    return same;
  };
  const readAt = async (moment: Database, id: SessionId, votes: boolean) => {
    const now = await standOf(moment, id);
    if (now === undefined) {
      if (kept.has(id)) throw new AlteredSession(id, 'its row is missing');
      await refuseLeftBehind(moment, id);
      return undefined;
    }
    const known = ofVersion(id, now.version);
    if (known !== undefined && (!votes || known.height === now.height)) return known;
    if (known !== undefined) {
      const papers = withVotes(known.state.papers, await loadVotes(moment, id));
      return keep(id, { ...known, height: now.height, state: { ...known.state, papers } });
    }
    const loaded = await loadSession(moment, keys, id);
    return loaded && keep(id, loaded);
  };
  return {
    ofVersion,
    readAt: (moment, id, votes) => lockingMeanwhile(locks, id, () => readAt(moment, id, votes)),
    read: async (id) => {
      locks.require(id);
      return await lockingMeanwhile(locks, id, async () => {
        const now = await standOf(database, id);
        const known = now && ofVersion(id, now.version);
        if (known !== undefined && known.height === now?.height) return known;
        return await inOneMoment(database, (moment) => readAt(moment, id, true));
      });
    },
    remember: (id, left) => void kept.set(id, left),
  };
}

/** What of a session is remembered hangs on this; undefined where there is none. */
async function standOf(
  database: Database,
  id: SessionId,
): Promise<Pick<LoadedSession, 'version' | 'height'> | undefined> {
  const [row] = await database
    .select({ version: versionOfRow, height: heightOfOwn })
    .from(sessionTable)
    .where(eq(sessionTable.id, id));
  return row;
}

const heightOfOwn = sql<number>`coalesce((SELECT max(height) + 1 FROM record_event
  WHERE session_id = ${sessionTable.id} AND election_id = ${sessionTable.id}), 0)::int`;

type Papers = SessionWithPapers['papers'];

/** A paper of which casting changed nothing stays the same object. */
function withVotes(papers: Papers, votes: Awaited<ReturnType<typeof loadVotes>>): Papers {
  const none = { votedBy: null, recastKeyHash: null };
  return new Map(
    [...papers].map(([credential, paper]) => {
      const { votedBy, recastKeyHash } = votes.get(credential) ?? none;
      const isSame = paper.votedBy === votedBy && paper.recastKeyHash === recastKeyHash;
      return [credential, isSame ? paper : { ...paper, votedBy, recastKeyHash }] as const;
    }),
  );
}
