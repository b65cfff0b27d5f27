import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { SessionLoad } from './session-store.ts';

/** Of a whole session what a step asked for: the papers that it named, with the links to them. */
export function askedOf(whole: SessionWithPapers, { papers: named }: SessionLoad): SessionWithPapers {
  if (named === undefined) return whole;
  const papers = new Map(
    named.flatMap((credential) => {
      const paper = whole.papers.get(credential);
      return paper === undefined ? [] : [[credential, paper] as const];
    }),
  );
  const phoneLinks = new Map([...whole.phoneLinks].filter(([, credential]) => papers.has(credential)));
  return { session: whole.session, papers, phoneLinks };
}

/** The whole session after a step that asked for a part of it; what did not change is the same object. */
export function withChanged(
  whole: SessionWithPapers,
  loaded: SessionWithPapers,
  after: SessionWithPapers,
): SessionWithPapers {
  if (loaded === whole) return after;
  if (after === loaded) return whole;
  return {
    session: after.session,
    papers: merged(whole.papers, loaded.papers, after.papers),
    phoneLinks: merged(whole.phoneLinks, loaded.phoneLinks, after.phoneLinks),
  };
}

/** Whether anything of it is another object than before. */
export function isChanged(before: SessionWithPapers, after: SessionWithPapers): boolean {
  const { session, papers, phoneLinks } = after;
  return session !== before.session || differs(papers, before.papers) || differs(phoneLinks, before.phoneLinks);
}

function differs<Key, Value>(one: ReadonlyMap<Key, Value>, other: ReadonlyMap<Key, Value>): boolean {
  if (one === other) return false;
  if (one.size !== other.size) return true;
  for (const [key, value] of one) if (other.get(key) !== value) return true;
  return false;
}

function merged<Key, Value>(
  whole: ReadonlyMap<Key, Value>,
  loaded: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (after === loaded) return whole;
  const all = new Map(whole);
  for (const key of loaded.keys()) if (!after.has(key)) all.delete(key);
  for (const [key, value] of after) all.set(key, value);
  return all;
}
