import type { ResultView } from '../../contract/results/results.ts';
import type { Relation } from '../../domain/account/relations.ts';
import { mayReadResult } from '../../domain/result/who-reads.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { sha256Base64, sha256Hex } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { unchanging } from '../kit/unchanging.ts';
import { type ResultFigures, resultFigures } from '../meeting/result-figures.ts';
import { readHead } from '../record/record-head.ts';
import { ownRecord } from '../store/record-ref.ts';
import { supplementOf } from './supplement.ts';

export interface ReadableResult {
  readonly state: SessionWithPapers;
  readonly view: ResultView;
  /** The supplement's text, whose hash the view names. */
  readonly supplement: string;
}

export type FindResultRefusal = 'not-tallied' | 'box-cannot-be-opened' | 'not-published' | 'not-found';

/** The result for somebody whom the gate let through, if they may read it already. */
export async function findResult(
  deps: Deps,
  id: SessionId,
  held: ReadonlySet<Relation>,
): Promise<Ruling<ReadableResult, FindResultRefusal>> {
  await deps.checks.settled(id);
  const state = await deps.store.sessions.findWithPapers(id);
  if (state === undefined) return refuse('not-found');
  if (!mayReadResult(held, state.session.state)) return refuse('not-published');
  return state.session.state === 'unopenable' ? refuse('box-cannot-be-opened') : buildResult(deps, state);
}

/** Every figure of the result, computed from the totals of the record and the form as it was frozen. */
export async function buildResult(
  deps: Deps,
  state: SessionWithPapers,
): Promise<Ruling<ReadableResult, 'not-tallied'>> {
  const computed = computedFrom(state);
  const head = await readHead(deps, ownRecord(state.session.id));
  if (computed === undefined || head === undefined) return refuse('not-tallied');
  const { figures, fingerprint, supplement, supplementHash } = computed;
  const record = {
    uuid: state.session.id,
    fingerprint,
    head: head.hash,
    height: head.height,
    supplement: supplementHash,
  };
  return accept({ state, view: { ...figures, record }, supplement });
}

interface Computed {
  readonly figures: ResultFigures;
  readonly fingerprint: string;
  readonly supplement: string;
  readonly supplementHash: string;
}

const known = new WeakMap<SessionWithPapers, Computed>();

/** The same until anything of the session changes; undefined while totals are sealed. */
function computedFrom(state: SessionWithPapers): Computed | undefined {
  const found = known.get(state);
  if (found !== undefined) return found;
  const { opening } = state.session;
  const figures = resultFigures(state.session);
  if (figures === undefined || opening === null) return undefined;
  const supplement = supplementOf(state);
  const hashes = { fingerprint: sha256Base64(opening.election), supplementHash: sha256Hex(supplement) };
  const computed = { figures: { ...figures, subjects: unchanging(figures.subjects) }, ...hashes, supplement };
  known.set(state, computed);
  return computed;
}
