import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, startService } from '../../../src/cli/demo/service-process.ts';
import { makeVotingLink } from '../../../src/client/voting-link.ts';
import { decideReopenReview } from '../../../src/domain/half-term/review.ts';
import { accept } from '../../../src/domain/ruling.ts';
import type { Paper } from '../../../src/domain/session/paper.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import { hexToBase64 } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { encryptedTallyEvent, endBallotsEvent } from '../../../src/protocol/record/record-events.ts';
import { countedBallots } from '../../../src/server/meeting/counted-ballots.ts';
import { appendPart, appendParts } from '../../../src/server/record/append-part.ts';
import { buildSetup, setupEventOf } from '../../../src/server/record/build-setup.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../build/committees.ts';
import { aReviewOf } from '../build/half-term.ts';
import { aVote, type HeldPaper, type Vote, type VoteSize } from '../build/votes.ts';
import { keepDocument } from '../service/documents.ts';

/** The real service as a process of its own. */
export interface VotingHouse {
  readonly service: ServiceProcess;
  /** A second hand on the same database: the service notices what others have written. */
  readonly store: Store;
  close(): Promise<void>;
}

/** A vote in the service's database that the test moves on. */
export interface VotingHall {
  readonly service: ServiceProcess;
  readonly vote: Vote;
  /** What the QR code of a sheet says. */
  link(sheet: number, options?: { readonly host?: string; readonly readKey?: string }): string;
  change(change: Partial<Session>): Promise<void>;
  changePaper(sheet: number, change: Partial<Paper>): Promise<void>;
  /** Opens the box with all live papers, as opening does. */
  open(): Promise<void>;
  state(): Promise<SessionWithPapers>;
  /** Ends the record as closing does. Its totals are nobody's concern here, so that no thread computes them. */
  closeBox(): Promise<void>;
  dossier(title: string, subjectId: string | null, pdf: Uint8Array): Promise<void>;
  /** Holds a half-term review, with two of its reports, at the conference. */
  reviewHalfTerm(pdf: Uint8Array): Promise<void>;
  /** Of the ballots that count in the box now; the service itself tells it a while later. */
  trackers(): Promise<string[]>;
  /** Ends the whole house. */
  close(): Promise<void>;
}

export async function aVotingHouse(): Promise<VotingHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-hall-'));
  const service = await startService(folder, { PHIEU_RECAST_PAUSE_SECONDS: '1' });
  const store = sqliteStore(folder);
  const close = async () => {
    await service.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { service, store, close };
}

/** @param house where other votes, with other identifiers, may be held already */
export async function aVotingHall(size: VoteSize = {}, house?: VotingHouse): Promise<VotingHall> {
  const { service, store, close } = house ?? (await aVotingHouse());
  const vote = aVote(size);
  const { id, readKey } = vote.state.session;
  await store.sessions.create(vote.state.session);
  await store.sessions.update(id, withAllPapers, () => accept({ after: vote.state }));

  const update = async (step: (state: SessionWithPapers) => SessionWithPapers) => {
    await store.sessions.update(id, withAllPapers, (state) => accept({ after: step(state) }));
  };
  return {
    ...{ service, vote, close },
    link: (sheet, { host = service.baseUrl, readKey: key = readKey } = {}) =>
      makeVotingLink({
        ...{ votingAddress: `${host}/v`, sessionId: id, readKey: key, credential: paperOf(vote, sheet).credential },
      }),
    change: (change) => update((state) => ({ ...state, session: { ...state.session, ...change } })),
    changePaper: (sheet, change) =>
      update((state) => {
        const { public: credential } = paperOf(vote, sheet);
        const paper = state.papers.get(credential);
        if (paper === undefined) throw new Error('no such paper');
        return { ...state, papers: new Map(state.papers).set(credential, { ...paper, ...change }) };
      }),
    open: async () => {
      const state = await store.sessions.findWithPapers(id);
      if (state === undefined) throw new Error('no session');
      const setup = buildSetup(state.session, state.papers.keys());
      const { part } = appendPart(id, undefined, setupEventOf(setup), () => new Date());
      const opening = { ...setup, confirmedBy: [1, 2] };
      const session: Session = { ...state.session, state: 'open', openedAt: new Date().toISOString(), opening };
      await store.sessions.update(id, withAllPapers, (current) =>
        accept({ after: { ...current, session }, append: [part] }),
      );
    },
    state: async () => {
      const state = await store.sessions.findWithPapers(id);
      if (state === undefined) throw new Error('no session');
      return state;
    },
    closeBox: async () => {
      const { length } = await store.sessions.payloads(ownRecord(id), 'Ballot');
      const events = [endBallotsEvent(), encryptedTallyEvent(utf8Bytes('[]'), length)];
      await store.sessions.update(id, { record: { electionId: id } }, (current, { record }) => {
        const after: SessionWithPapers = { ...current, session: { ...current.session, state: 'closed' } };
        return accept({ after, append: appendParts(id, record.end, events, () => new Date()) });
      });
    },
    dossier: async (title, subjectId, pdf) => {
      await keepDocument(store, { id: `dossier-${title}`, sessionId: id, kind: 'dossier', subjectId, title }, pdf);
    },
    reviewHalfTerm: async (pdf) => {
      const review = aReviewOf(vote.state.session);
      const { committeeId, term } = review;
      await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
      await store.halfTerm.change(committeeId, term, () => accept(review));
      const places = [
        { period: 'half-term', kind: 'inspection' },
        { period: 'year', kind: 'review' },
      ] as const;
      for (const place of places) {
        await store.halfTerm.putReport(committeeId, term, { ...place, bytes: pdf }, decideReopenReview);
      }
    },
    trackers: async () => (await countedBallots({ store })(id)).hashes.map(hexToBase64),
  };
}

function paperOf(vote: Vote, sheet: number): HeldPaper {
  const paper = vote.sheets[sheet];
  if (paper === undefined) throw new Error('no such sheet');
  return paper;
}
