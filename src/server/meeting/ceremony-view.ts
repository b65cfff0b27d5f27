import type { z } from 'zod';
import type { ceremonyView as contract } from '../../contract/ceremony/ceremony.ts';
import { type CeremonyRound, ceremonyRound } from '../../domain/session/ceremony.ts';
import type { Ceremony, CeremonyMessages } from '../../domain/session/ceremony-messages.ts';
import type { Session } from '../../domain/session/session.ts';

type CeremonyView = z.infer<typeof contract>;

/**
 * What a teller's program, or the chair, sees. Messages of a round are shown once all have sent theirs, so that nobody
 * answers after having seen the others (commit before reveal).
 */
export function ceremonyView(session: Session, ceremony: Ceremony, me: number | null): CeremonyView {
  const { messages, run, size, threshold, trustees, complaint } = ceremony;
  const round = ceremonyRound(ceremony);
  return {
    run,
    size,
    threshold,
    round,
    me,
    trustees,
    complaint,
    tellers: session.tellers.map(({ index, name }) => ({
      index,
      name,
      done: hasDone(messages[index - 1], round),
    })),
    certificates: complete(messages, ({ certificate }) => certificate),
    commitments: complete(messages, ({ commitment }) => commitment),
    polynomials: complete(messages, ({ polynomial }) => polynomial),
    myOutput: me === null ? null : (messages[me - 1]?.output ?? null),
  };
}

/** All texts, or null while one is missing. */
function complete(
  messages: readonly CeremonyMessages[],
  text: (of: CeremonyMessages) => string | null,
): string[] | null {
  const texts = messages.map(text).filter((one) => one !== null);
  return texts.length === messages.length ? texts : null;
}

function hasDone(messages: CeremonyMessages | undefined, round: CeremonyRound): boolean {
  switch (round) {
    case 'certificates':
      return messages?.certificate != null;
    case 'spoken-code':
      return messages?.codeConfirmed ?? false;
    case 'commitments':
      return messages?.commitment != null;
    case 'polynomials':
      return messages?.polynomial != null;
    case 'outputs':
      return messages?.output != null;
    case 'done':
      return true;
    case 'failed':
      return false;
  }
}
