import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Ceremony, CeremonyMessages, Complaint } from './ceremony-messages.ts';
import type { Session } from './session.ts';
export type CeremonyRound =
  | 'certificates'
  | 'spoken-code'
  | 'commitments'
  | 'polynomials'
  | 'outputs'
  | 'done'
  | 'failed';

const nothingYet: CeremonyMessages = {
  certificate: null,
  codeConfirmed: false,
  commitment: null,
  polynomial: null,
  output: null,
};

/** The round all tellers are in; it follows from what has been sent. A single teller has the first round only. */
export function ceremonyRound(ceremony: Ceremony): CeremonyRound {
  const { messages } = ceremony;
  if (ceremony.complaint !== null) return 'failed';
  if (ceremony.trustees !== null) return 'done';
  if (messages.some(({ certificate }) => certificate === null)) return 'certificates';
  if (messages.some(({ codeConfirmed }) => !codeConfirmed)) return 'spoken-code';
  if (messages.some(({ commitment }) => commitment === null)) return 'commitments';
  if (messages.some(({ polynomial }) => polynomial === null)) return 'polynomials';
  return 'outputs';
}

export type CeremonyRefusal =
  | 'ceremony-not-running'
  | 'ceremony-other-run'
  | 'ceremony-other-round'
  | 'ceremony-message-differs';

/** Starts the ceremony, or starts it again; earlier keys, lost or not, rehearsal and prepared opening are gone with it. */
export function decideStartCeremony(session: Session): Ruling<Session, 'ceremony-not-possible'> {
  if (session.state !== 'issued') return refuse('ceremony-not-possible');
  const ceremony: Ceremony = {
    run: (session.ceremony?.run ?? 0) + 1,
    size: session.tellers.length,
    threshold: session.settings.threshold,
    messages: session.tellers.map(() => nothingYet),
    complaint: null,
    trustees: null,
  };
  return accept({ ...session, ceremony, lostKeys: [], rehearsal: null, opening: null });
}

export type CeremonyMessage =
  | { readonly round: 'certificates'; readonly certificate: string }
  | { readonly round: 'spoken-code' }
  | { readonly round: 'commitments'; readonly commitment: string }
  | { readonly round: 'polynomials'; readonly polynomial: string }
  | { readonly round: 'outputs'; readonly output: string };

function addMessage(messages: CeremonyMessages, message: CeremonyMessage): CeremonyMessages {
  switch (message.round) {
    case 'certificates':
      return { ...messages, certificate: message.certificate };
    case 'spoken-code':
      return { ...messages, codeConfirmed: true };
    case 'commitments':
      return { ...messages, commitment: message.commitment };
    case 'polynomials':
      return { ...messages, polynomial: message.polynomial };
    case 'outputs':
      return { ...messages, output: message.output };
  }
}

/** Whether a teller's message of this round has been recorded. */
export function hasSent(messages: CeremonyMessages, round: CeremonyMessage['round']): boolean {
  switch (round) {
    case 'certificates':
      return messages.certificate !== null;
    case 'spoken-code':
      return messages.codeConfirmed;
    case 'commitments':
      return messages.commitment !== null;
    case 'polynomials':
      return messages.polynomial !== null;
    case 'outputs':
      return messages.output !== null;
  }
}

/** The ceremony is complete when the single teller's key, or every output, is there. */
function isComplete(ceremony: Ceremony): boolean {
  if (ceremony.size === 1) return ceremony.messages.every(({ certificate }) => certificate !== null);
  return ceremony.messages.every(({ output }) => output !== null);
}

/**
 * Records one checked message of a teller. Sending the same again is harmless; another one for the same round is
 * refused, so that nobody can answer after having seen the others.
 * @param assembleTrustees makes the record's `trustees` from a complete ceremony (PROTOCOL §5.3).
 */
export function decideCeremonyMessage(
  session: Session,
  run: number,
  teller: number,
  message: CeremonyMessage,
  assembleTrustees: (ceremony: Ceremony) => string,
): Ruling<Session, CeremonyRefusal> {
  const { ceremony } = session;
  if (session.state !== 'issued' || ceremony === null) return refuse('ceremony-not-running');
  if (ceremony.run !== run) return refuse('ceremony-other-run');
  const own = ceremony.messages[teller - 1];
  if (own === undefined) return refuse('ceremony-not-running');
  if (hasSent(own, message.round)) {
    const same = JSON.stringify(addMessage(own, message)) === JSON.stringify(own);
    return same ? accept(session) : refuse('ceremony-message-differs');
  }
  if (ceremonyRound(ceremony) !== message.round) return refuse('ceremony-other-round');
  const messages = ceremony.messages.map((other, position) =>
    position === teller - 1 ? addMessage(other, message) : other,
  );
  const next: Ceremony = { ...ceremony, messages };
  const trustees = isComplete(next) ? assembleTrustees(next) : null;
  return accept({ ...session, ceremony: { ...next, trustees } });
}

/** A teller's program stops the ceremony and names whose message does not fit (PROTOCOL §5, K9). */
export function decideComplain(
  session: Session,
  run: number,
  complaint: Complaint,
): Ruling<Session, 'ceremony-not-running' | 'ceremony-other-run'> {
  const { ceremony } = session;
  if (session.state !== 'issued' || ceremony === null) return refuse('ceremony-not-running');
  if (ceremony.run !== run) return refuse('ceremony-other-run');
  if (ceremony.complaint !== null) return accept(session);
  return accept({
    ...session,
    ceremony: { ...ceremony, complaint, trustees: null },
    rehearsal: null,
    opening: null,
  });
}
