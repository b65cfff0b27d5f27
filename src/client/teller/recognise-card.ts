import type { SessionId } from '../../domain/session/session.ts';
import type { Group } from '../../protocol/arithmetic/group.ts';
import { checkCertificates, findOwnIndex } from '../../protocol/ceremony/certificate.ts';
import { checkTrustees } from '../../protocol/ceremony/trustees.ts';
import type { CeremonyView } from './ceremony.ts';
import type { ReadCard } from './key-card.ts';
import { findOwnKey } from './own-key.ts';

/** Whose card it is. `another-ceremony`: of another session, or of a ceremony that was run again since. */
export type Recognised =
  | { readonly kind: 'own' }
  | { readonly kind: 'another-teller'; readonly teller: number }
  /** My certificate is there, my share of the key is not: nothing that a card could cause. */
  | { readonly kind: 'another-session' | 'another-ceremony' | 'own-key-missing' };

/**
 * Compares a card with the certificates and trustees of a finished ceremony. `own` means more than a matching
 * certificate: my share of the key, which the server kept, opens with it and is among the trustees (K11).
 */
export function recogniseCard(
  group: Group,
  card: Extract<ReadCard, { ok: true }>,
  sessionId: SessionId,
  view: CeremonyView,
): Recognised {
  if (card.sessionId !== undefined && card.sessionId !== sessionId) return { kind: 'another-session' };
  const trustees = checkTrustees(group, view.trustees ?? '');
  if (trustees.ok && findOwnKey(group, trustees.value, card.seed, view.myOutput).ok) return { kind: 'own' };
  const list = checkCertificates(group, view.certificates ?? [], view);
  const teller = list.ok ? findOwnIndex(group, list.value, card.seed) : undefined;
  if (teller === undefined) return { kind: 'another-ceremony' };
  return teller === view.me ? { kind: 'own-key-missing' } : { kind: 'another-teller', teller };
}
