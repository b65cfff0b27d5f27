import type { SessionWithPapers } from '../../domain/session/papers.ts';

/** The same state with papers and links in the order of their keys, so that nobody sees in which order they came. */
export function withoutOrder(state: SessionWithPapers, before: SessionWithPapers): SessionWithPapers {
  const { papers, phoneLinks } = state;
  return {
    ...state,
    // Papers are only ever added; a replaced one keeps its place.
    papers: papers.size === before.papers.size ? papers : byKey(papers),
    phoneLinks: phoneLinks === before.phoneLinks ? phoneLinks : byKey(phoneLinks),
  };
}

function byKey<Key extends string, Value>(map: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
