import { hash } from 'node:crypto';
import type { z } from 'zod';
import type { createSession as contract } from '../../contract/session/sessions.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { BallotForm } from '../../domain/ballot-form.ts';
import type { Committee, CommitteeId } from '../../domain/committee/committee.ts';
import { owesUnder } from '../../domain/plan/plan-deadline.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { createSession } from '../../domain/session/create-session.ts';
import { type Session, type SessionSettings, sessionId } from '../../domain/session/session.ts';
import { type Summoned, type SummonedList, summonedOn } from '../../domain/session/summoned.ts';
import { base58Text, type RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { Deps } from '../deps.ts';
import { findMade } from '../meeting/find-made.ts';
import { actorOf } from '../meeting/session-call.ts';
import { withDirectors } from '../roster/known-committees.ts';
import type { About } from '../store/audit-intent.ts';
import { digest } from '../store/digest.ts';

/** About 129 bits each: nobody guesses a session's address or its read key. */
const idLength = 22;

type Asked = z.infer<typeof contract.body>;
type DrawnRefusal = 'id-in-use' | 'no-seats' | 'not-found' | 'committee-ended' | 'no-summoned-list';
type BasisRefusal = 'unknown-form' | 'plan-not-followed' | 'form-differs-from-plan' | 'invalid-request';

/** Draws a session up and keeps it; subjects and roll come from the seats held on the day of the conference. */
export async function drawUpSession(
  deps: Deps,
  committeeId: CommitteeId,
  { id: given, ...asked }: Asked,
  caller: Principal,
  about: About,
): Promise<Ruling<Session, BasisRefusal | DrawnRefusal>> {
  const { committees } = deps.store;
  const committee = await committees.find(committeeId);
  if (committee === undefined) return refuse('not-found');
  if (committee.to !== null) return refuse('committee-ended');
  const basis = await basisOf(deps, committee, asked);
  if (!basis.ok) return basis;
  const { form, settings, planId, term } = basis.value;
  const id = sessionId.parse(base58Text(idLength, given === undefined ? deps.random : bytesOf(committeeId, given)));
  const made = given === undefined ? undefined : digest({ ...asked, by: caller.accountId });
  const readKey = base58Text(idLength, deps.random);
  const chair = await actorOf(deps, caller);
  // Who sits there is looked at in the step that keeps it: an import or its taking back comes before or finds it.
  return deps.store.sessions.drawUp<DrawnRefusal>({ id, committeeId, day: asked.heldOn, term }, (known) => {
    const there = findMade(about, known.there, (one) => one.asked !== undefined && one.asked === made);
    if (!there.ok) return there;
    if (there.value !== undefined) return accept(there.value);
    if (known.committee === undefined) return refuse('not-found');
    if (known.committee.to !== null) return refuse('committee-ended');
    const summoned = summonedBy(known.summoned, term, asked.heldOn);
    if (!summoned.ok) return summoned;
    const { superior, seats } = known;
    const of = { committee: known.committee, superior, seats, summoned: summoned.value };
    const drawn = createSession({ id, asked: made, readKey, chair, form, settings, planId, ...of });
    if (drawn.ok) about({ sessionId: id });
    return drawn;
  });
}

/** A session's address comes of the id that its maker drew, and is nobody else's: a committee's ids are its own. */
function bytesOf(committeeId: CommitteeId, given: string): RandomBytes {
  let turn = 0;
  return (length) => {
    turn += 1;
    return hash('sha512', `phieu session id|${committeeId}|${given}|${turn}`, 'buffer').subarray(0, length);
  };
}

interface SessionBasis {
  readonly form: BallotForm;
  readonly settings: Omit<SessionSettings, 'threshold'>;
  readonly planId: PlanId | null;
  /** Whose congress's people vote too; null: only seat holders. */
  readonly term: string | null;
}

/** Form and settings: as asked, or under a plan as that says. */
async function basisOf(
  deps: Deps,
  committee: Committee,
  { formId, planId, title, summonedTerm, ...settings }: Omit<Asked, 'id'>,
): Promise<Ruling<SessionBasis, BasisRefusal>> {
  if (planId === null) {
    if (title === undefined || formId === undefined) return refuse('invalid-request');
    const form = deps.forms.get(formId);
    return form === undefined
      ? refuse('unknown-form')
      : accept({ form, planId, term: summonedTerm, settings: { ...settings, title } });
  }
  const plan = await deps.store.plans.find(planId);
  const known = await withDirectors(deps.store, [committee.id]);
  if (plan === undefined || !owesUnder(plan, known, committee)) return refuse('plan-not-followed');
  if (formId !== undefined && formId !== plan.provisions.formId) return refuse('form-differs-from-plan');
  const form = deps.forms.get(plan.provisions.formId);
  if (form === undefined) return refuse('unknown-form');
  const taken = { title: title ?? plan.provisions.title, plan: plan.provisions.number };
  const term = plan.provisions.participants === 'summoned' ? plan.provisions.term : null;
  return accept({ form, planId, term, settings: { ...settings, ...taken } });
}

/** Those summoned to the term's congress who take part on the day of the conference. */
function summonedBy(
  list: SummonedList | undefined,
  term: string | null,
  heldOn: string,
): Ruling<readonly Summoned[], 'no-summoned-list'> {
  if (term === null) return accept([]);
  return list === undefined ? refuse('no-summoned-list') : accept(summonedOn(list, heldOn));
}
