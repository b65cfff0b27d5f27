import type { ComponentChildren } from 'preact';
import type { Role } from '../../../domain/account/account.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { type Sentence, sentences } from '../sentences.ts';
import { useRoles } from '../use-roles.ts';

interface Props {
  readonly committeeId: string;
  /** Any of these. */
  readonly roles: readonly Role[];
  /** What others read instead. */
  readonly otherwise: Sentence;
  readonly children: ComponentChildren;
}

/** What only some of those who prepare a session may do; the service refuses it to others anyway. */
export function ForRole({ committeeId, roles, otherwise, children }: Props) {
  const { say } = useTranslation(sentences);
  const held = useRoles(committeeId);
  if (!roles.some((role) => held.has(role))) return <p class="note">{say(otherwise)}</p>;
  return children;
}
