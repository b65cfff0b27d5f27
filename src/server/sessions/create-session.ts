import type { z } from 'zod';
import type { createSession as contract } from '../../contract/sessions.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Principal } from '../../domain/relations.ts';
import { createSession as drawUp } from '../../domain/session/create-session.ts';
import { type Session, sessionId } from '../../domain/session/session.ts';
import { base58Text } from '../../protocol/random.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../session-call.ts';
import type { About } from '../with-audit-entry.ts';

/** About 129 bits each: nobody guesses a session's address or its read key. */
const idLength = 22;

/** Draws a session up and keeps it; subjects and roll come from the seats held on the day of the conference. */
export async function createSession(
  deps: Deps,
  committeeId: CommitteeId,
  { formId, ...settings }: z.infer<typeof contract.body>,
  caller: Principal,
  about: About,
): Promise<Decision<Session, 'unknown-form' | 'no-seats' | 'not-found' | 'committee-ended'>> {
  const { committees } = deps.store;
  const form = deps.forms.get(formId);
  if (form === undefined) return refuse('unknown-form');
  const committee = await committees.find(committeeId);
  if (committee === undefined) return refuse('not-found');
  if (committee.to !== null) return refuse('committee-ended');
  const superior = committee.superiorId === null ? undefined : await committees.find(committee.superiorId);
  const drawn = drawUp({
    id: sessionId.parse(base58Text(idLength, deps.random)),
    readKey: base58Text(idLength, deps.random),
    ...{ committee, superior: superior ?? null, form, settings },
    chair: await actorOf(deps, caller),
    seats: await committees.heldSeats(committeeId, settings.heldOn),
  });
  if (!drawn.ok) return drawn;
  about({ sessionId: drawn.value.id });
  await deps.store.sessions.create(drawn.value);
  return accept(drawn.value);
}
