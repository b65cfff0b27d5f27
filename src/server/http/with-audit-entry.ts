import type { AuditNote, AuditObject } from '../../domain/audit.ts';
import type { Deps } from '../deps.ts';
import { auditIntent, withAuditIntent } from '../store/audit-intent.ts';

/**
 * Says what a change is about where that is not known before it begins, for example the id of a new account. Without
 * objects there is nothing to note.
 */
export type About = (...objects: readonly Partial<AuditObject>[]) => void;

/**
 * Does something and notes it in the audit log: together with its first change, or after it where a success changed
 * nothing that the store could see. What is refused, and changed nothing, leaves no entry.
 */
export async function withAuditEntry<Answer extends { readonly ok: boolean }>(
  deps: Deps,
  note: Omit<AuditNote, 'at'>,
  act: (about: About) => Promise<Answer>,
): Promise<Answer> {
  const intent = auditIntent({ ...note, at: deps.clock().toISOString() });
  const answer = await withAuditIntent(intent, () => act(intent.about));
  if (answer.ok && !intent.isKept) for (const each of intent.notes()) await deps.store.audit.append(each);
  return answer;
}
