import type * as contract from '../../contract/tally/tally.ts';
import { type Ruling, refuse } from '../../domain/ruling.ts';
import { decideCardRead } from '../../domain/session/card-reading.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { checkTrustees } from '../../protocol/ceremony/trustees.ts';
import { parseCanonical } from '../../protocol/encoding/json.ts';
import { checkCardProof } from '../../protocol/proofs/card-proof.ts';
import { readProof } from '../../protocol/proofs/schnorr.ts';
import { sodiumGroup } from '../arithmetic/sodium-group.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { asTeller, changeSession } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';
import { type OpenedElection, openedElection } from '../record/opened-election.ts';
import { ownRecord } from '../store/record-ref.ts';

type Refusal = 'session-not-open' | 'card-proof-invalid' | 'not-found';

/** A teller's program shows that it could read the key card, by a proof against the teller's public key in the record. */
export function proveCard(deps: Deps, { params: { sessionId }, body, caller }: Call<typeof contract.proveCard>) {
  return withoutValue(
    asTeller(deps, sessionId, caller, async (session, teller): Promise<Ruling<SessionWithPapers, Refusal>> => {
      const possible = decideCardRead(session, teller);
      if (!possible.ok) return possible;
      const opened = await openedElection(deps, ownRecord(sessionId));
      if (opened === undefined || !holds(opened, teller, body.proof)) return refuse('card-proof-invalid');
      return changeSession(deps, sessionId, (current) => decideCardRead(current, teller));
    }),
  );
}

/** Two powers: too little for a thread of its own. */
function holds({ trustees, fingerprint }: OpenedElection, teller: number, text: string): boolean {
  const checked = checkTrustees(sodiumGroup, trustees);
  const own = checked.ok ? checked.value.owners.find(({ owner }) => owner === teller) : undefined;
  const proof = readProof(parseCanonical(text));
  return own !== undefined && proof !== undefined && checkCardProof(sodiumGroup, fingerprint, own.key, proof);
}
