import type { ComponentChildren } from 'preact';
import type { Role } from '../../../domain/account/account.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { type Sentence, sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';

interface Props {
  readonly session: Pick<ConsoleSession, 'held'>;
  /** Any of these. */
  readonly roles: readonly Role[];
  /** What others read instead. */
  readonly otherwise: Sentence;
  readonly children: ComponentChildren;
}

/** What only some of those who prepare a session may do; the service refuses it to others anyway. */
export function ForRole({ session, roles, otherwise, children }: Props) {
  const { t } = useTranslation(sentences);
  if (!roles.some((role) => session.held.includes(role))) return <p class="note">{t(otherwise)}</p>;
  return children;
}
