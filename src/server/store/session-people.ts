import type { Session } from '../../domain/session/session.ts';

export const sessionRoles = ['subject', 'teller', 'voter'] as const;

/** That a person is something in a session: what sessions are found by. */
export interface SessionPerson {
  readonly personId: string;
  readonly role: (typeof sessionRoles)[number];
}

/** Each person with each role once, in an order that says nothing. */
export function sessionPeople({ subjects, tellers, roll }: Session): readonly SessionPerson[] {
  const found = new Map<string, SessionPerson>();
  const add = (role: SessionPerson['role']) => (one: { readonly personId: string | null }) => {
    if (one.personId !== null) found.set(`${one.personId} ${role}`, { personId: one.personId, role });
  };
  subjects.forEach(add('subject'));
  tellers.forEach(add('teller'));
  roll.forEach(add('voter'));
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}
