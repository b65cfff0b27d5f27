import type { Role } from '../../domain/account/account.ts';

/** What each role is called on the page of accounts. */
export const roleSentence = {
  chair: 'roleChair',
  secretary: 'roleSecretary',
  office: 'roleOffice',
} as const satisfies Record<Role, string>;
