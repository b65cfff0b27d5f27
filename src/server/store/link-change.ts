import { hasLostLinks, type SessionWithPapers } from '../../domain/session/papers.ts';
import type { VoterId } from '../../domain/session/session.ts';
import { isShut } from './session-seal.ts';

/** What a step changes of the links from voters to phone papers. */
export type LinkChange =
  | { readonly kind: 'none' }
  /** Everything goes, also rows that no key opens any more; these links are written. */
  | { readonly kind: 'anew'; readonly links: ReadonlyMap<VoterId, string> }
  | {
      readonly kind: 'some';
      readonly gone: readonly VoterId[];
      readonly added: readonly (readonly [VoterId, string])[];
    };

/** Of the session with every paper and link, before the step and after it. */
export function linkChange(before: SessionWithPapers, after: SessionWithPapers): LinkChange {
  const isShutNow = isShut(after.session.state) && !isShut(before.session.state);
  const isGivenUp = hasLostLinks(before) && !hasLostLinks(after);
  if (isShutNow || isGivenUp) return { kind: 'anew', links: after.phoneLinks };
  const differing = (one: SessionWithPapers, other: SessionWithPapers) =>
    one.phoneLinks === other.phoneLinks
      ? []
      : [...one.phoneLinks].filter(([voter, credential]) => other.phoneLinks.get(voter) !== credential);
  const gone = differing(before, after).map(([voter]) => voter);
  const added = differing(after, before);
  return gone.length + added.length === 0 ? { kind: 'none' } : { kind: 'some', gone, added };
}
