import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { decideRecast, type RecastRefusal } from '../../domain/session/casting.ts';
import { decideCastRehearsal } from '../../domain/session/rehearsal.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import { readBallotHead } from '../../protocol/ballot/ballot-head.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { findSession } from '../meeting/session-call.ts';
import { type AdmitRefusal, type AdmitRules, admitBallot } from '../record/admit-ballot.ts';
import { openedElection } from '../record/opened-election.ts';
import type { PaperGuard } from '../record/paper-guard.ts';

type Refusal = 'rehearsal-not-running' | RecastRefusal | AdmitRefusal;

/** Casts a ballot of the rehearsal, checked and guarded as a real one is; sent twice it is acknowledged twice. */
export async function castRehearsalBallot(
  deps: Deps,
  guard: PaperGuard,
  id: SessionId,
  ballot: string,
): Promise<Ruling<Session, Refusal>> {
  const found = await findSession(deps, id);
  if (!found.ok) return found;
  const possible = decideCastRehearsal(found.value);
  if (!possible.ok) return possible;
  const electionId = possible.value.rehearsal?.electionId;
  const opened = electionId === undefined ? undefined : await openedElection(deps, { sessionId: id, electionId });
  if (electionId === undefined || opened === undefined) return refuse('rehearsal-not-running');

  const head = readBallotHead(ballot);
  if (head === undefined) return refuse('ballot-invalid', [{ code: 'not-canonical' }]);
  if (head.uuid !== electionId) return refuse('ballot-invalid', [{ code: 'wrong-election' }]);
  const { credential } = head;
  if (!opened.credentials.has(credential)) return refuse('ballot-invalid', [{ code: 'unknown-credential' }]);
  const hash = sha256Hex(ballot);
  const { election } = opened;
  const sent = { sessionId: id, electionId, election, ballot, credential, hash };
  const admitted = await admitBallot(deps, guard, sent, rulesOf(electionId));
  return admitted.ok ? accept(admitted.value.after.session) : admitted;
}

function rulesOf(electionId: SessionId): AdmitRules<'rehearsal-not-running' | RecastRefusal> {
  return {
    // Papers of a rehearsal are kept nowhere but in its record.
    hasVoted: () => true,
    decide: (state, cast) => {
      const decided = decideCastRehearsal(state.session);
      if (!decided.ok) return decided;
      if (decided.value.rehearsal?.electionId !== electionId) return refuse('rehearsal-not-running');
      if (cast.alreadyInBox) return accept(state);
      const again = decideRecast(cast);
      return again.ok ? accept({ ...state, session: decided.value }) : again;
    },
  };
}
