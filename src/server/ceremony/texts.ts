import type { Ceremony } from '../../domain/session/ceremony-messages.ts';
import type { CeremonyTexts } from '../workers/jobs.ts';

/** What the tellers' programs have sent, message by message, in the order of the tellers. */
export function textsOf({ messages }: Ceremony): CeremonyTexts {
  return {
    certificates: messages.map(({ certificate }) => certificate),
    commitments: messages.map(({ commitment }) => commitment),
    polynomials: messages.map(({ polynomial }) => polynomial),
  };
}
