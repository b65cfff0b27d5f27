import type { readSheetPreview as preview, printData as printing } from '../../contract/papers/papers.ts';
import { reachOf } from '../../domain/address.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { connectionProblem, phonesVote, standingPhoneUse } from '../../domain/session/phone-use.ts';
import type { Session } from '../../domain/session/session.ts';
import { standingSubjects } from '../../domain/session/session.ts';
import { withNamesToldApart } from '../../domain/session/told-apart.ts';
import type { Deps } from '../deps.ts';
import { publicOrigin } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { findSession } from '../meeting/session-call.ts';
import { votingPath } from '../meeting/voting-path.ts';

export async function printData(deps: Deps, { params, request }: Call<typeof printing>) {
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  if (found.value.state !== 'issued') return refuse('papers-not-open');
  const origin = publicOrigin(deps, request);
  const problem = connectionProblem(
    { ...found.value, phoneUse: standingPhoneUse(found.value, origin) },
    reachOf(origin),
  );
  return problem === undefined ? accept(printedOf(found.value, `${origin}${votingPath}`)) : refuse(problem);
}

/** A draft can be looked at as it would be printed today. Whether phones reach the address does not matter: no phone votes with it. */
export async function readSheetPreview(deps: Deps, { params, request }: Call<typeof preview>) {
  const found = await findSession(deps, params.sessionId);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state !== 'draft' && state !== 'issued') return refuse('papers-not-open');
  return accept(printedOf(found.value, `${publicOrigin(deps, request)}${votingPath}`));
}

function printedOf(session: Session, votingAddress: string) {
  const { id, readKey, form, settings, committeeName, superiorName, listVersion } = session;
  const named = session.state === 'draft' ? withNamesToldApart(session) : session;
  return {
    sessionId: id,
    votingAddress,
    phonesVote: phonesVote(session),
    readKey,
    form,
    committeeName,
    superiorName,
    listVersion,
    title: settings.title,
    placeOfIssue: settings.placeOfIssue ?? null,
    heldOn: settings.heldOn,
    subjects: standingSubjects(named).map(({ name, position }) => ({ name, position })),
  };
}
