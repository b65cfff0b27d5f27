import { newPhonePaper, type Paper } from '../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { Session, VoterId } from '../../domain/session/session.ts';

/**
 * The papers that a store keeps in the clear. A phone paper is not among them until opening, only its sealed link: its
 * credential would else be written in one transaction with the tick on its voter's roll, which every log of the database
 * keeps together. Opening writes all of them at once, sorted. Nor are they part of the session's seal before, since its
 * digests could be searched for the credential that came with a tick.
 */
export function papersInTheClear({ session, papers, phoneLinks }: SessionWithPapers): readonly Paper[] {
  const all = [...papers.values()];
  if (session.state !== 'issued') return all;
  const linked = new Set(phoneLinks.values());
  return all.filter(({ credential, fate }) => fate !== 'live' || !linked.has(credential));
}

/** The papers that a session has: those in the clear, and those that only links tell of. */
export function withLinkedPapers(
  { id, state }: Session,
  clear: ReadonlyMap<string, Paper>,
  links: ReadonlyMap<VoterId, string>,
): ReadonlyMap<string, Paper> {
  const hidden = state === 'issued' ? [...links.values()].filter((credential) => !clear.has(credential)) : [];
  if (hidden.length === 0) return clear;
  const papers = [...clear.values(), ...hidden.map((credential) => newPhonePaper(id, credential))];
  return new Map(papers.map((paper) => [paper.credential, paper] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}
