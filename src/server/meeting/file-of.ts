import type { Session } from '../../domain/session/session.ts';

/** Whose a file of a session is, and of which conference, for its name. */
export function fileOf({ committeeName, settings }: Pick<Session, 'committeeName' | 'settings'>) {
  return { committee: committeeName, day: settings.heldOn };
}
