import type { AuditNote } from '../../domain/audit.ts';
import type { Deps } from '../deps.ts';
import { type About, auditIntent } from '../store/audit-intent.ts';

/**
 * Does something and notes it in the audit log: together with its first change, or after it where a success changed
 * nothing that the store could see. What is refused, and changed nothing, leaves no entry.
 */
export async function withAuditEntry<Answer extends { readonly ok: boolean }>(
  deps: Deps,
  note: Omit<AuditNote, 'at'>,
  act: (deps: Deps, about: About) => Promise<Answer>,
): Promise<Answer> {
  const intent = auditIntent({ ...note, at: deps.clock().toISOString() });
  const answer = await act({ ...deps, store: deps.store.noting(intent), note: intent }, intent.about);
  if (answer.ok && !intent.isKept) for (const each of intent.notes()) await deps.store.audit.append(each);
  return answer;
}
