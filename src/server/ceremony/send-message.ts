import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import {
  type CeremonyMessage,
  type CeremonyRefusal,
  ceremonyRound,
  decideCeremonyMessage,
  hasSent,
} from '../../domain/session/ceremony.ts';
import type { Ceremony } from '../../domain/session/ceremony-messages.ts';
import type { Session, SessionId, Teller } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { changeSession } from '../meeting/session-call.ts';
import { assembleTrustees } from './assemble-trustees.ts';
import { textsOf } from './texts.ts';

type SendRefusal = CeremonyRefusal | 'ceremony-message-invalid' | 'not-found';

/**
 * Checks a teller's message against what was sent before, off the event loop, then records it. A message that does not
 * hold is told to its teller; nobody else waits for more than that.
 */
export async function sendMessage(
  deps: Deps,
  id: SessionId,
  teller: Teller,
  { run, message }: { readonly run: number; readonly message: CeremonyMessage },
): Promise<Ruling<Session, SendRefusal>> {
  for (;;) {
    const session = await deps.store.sessions.find(id);
    const ceremony = session?.ceremony;
    // Only the first message of the present round is checked; the decision names what is wrong with any other.
    if (ceremony && ceremony.run === run && isAwaited(ceremony, teller.index, message)) {
      const checked = await checkMessage(deps, ceremony, teller.index, message);
      if (!checked.ok) return checked;
    }
    const seen = certificatesOf(ceremony);
    const changed = await changeSession<CeremonyRefusal | 'certificates-changed'>(deps, id, (before) =>
      message.round === 'certificates' && certificatesOf(before.ceremony) !== seen
        ? refuse('certificates-changed')
        : decideCeremonyMessage(before, run, teller.index, message, assembleTrustees),
    );
    if (changed.ok) return accept(changed.value.session);
    // K2: a certificate is checked against every other; each one that came meanwhile costs one more look.
    if (changed.refusal !== 'certificates-changed') return { ...changed, refusal: changed.refusal };
  }
}

function isAwaited(ceremony: Ceremony, teller: number, { round }: CeremonyMessage): boolean {
  const own = ceremony.messages[teller - 1];
  return own !== undefined && !hasSent(own, round) && ceremonyRound(ceremony) === round;
}

function certificatesOf(ceremony: Ceremony | null | undefined): string {
  return JSON.stringify([ceremony?.run, ceremony?.messages.map(({ certificate }) => certificate)]);
}

async function checkMessage(
  { pool }: Deps,
  ceremony: Ceremony,
  teller: number,
  message: CeremonyMessage,
): Promise<Ruling<void, 'ceremony-message-invalid'>> {
  const text = textOf(message);
  if (text === undefined || message.round === 'spoken-code' || message.round === 'commitments')
    return accept(undefined);
  const { size, threshold } = ceremony;
  const input = { round: message.round, text, teller, size, threshold, sent: textsOf(ceremony) };
  const verdict = await pool.run('checkCeremonyMessage', input);
  return verdict.ok ? accept(undefined) : refuse('ceremony-message-invalid', [{ code: verdict.refusal }]);
}

function textOf(message: CeremonyMessage): string | undefined {
  switch (message.round) {
    case 'certificates':
      return message.certificate;
    case 'polynomials':
      return message.polynomial;
    case 'outputs':
      return message.output;
    default:
      return undefined;
  }
}
