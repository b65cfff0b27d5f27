import { inNameOrder, inRollOrder } from '../roster/people-order.ts';
import { isPersonName } from '../roster/person.ts';
import { mayBeSame } from '../roster/same-person.ts';
import { namesakeProblems } from '../roster/spellings.ts';
import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import { textKey } from '../text/text-key.ts';
import type { FilledList, Session, SubjectId, Voter, VoterId } from './session.ts';
import { standingSubjects } from './session.ts';
import { findTellerProblem, type TellerRules } from './tellers.ts';
import { withNamesFrozen } from './told-apart.ts';
import { unprintableTexts } from './unprintable-names.ts';

/** Somebody who prepares the session has looked at a list that filled itself; a second look changes nothing. */
export function decideLookAt(session: Session, list: FilledList): Ruling<Session, 'not-in-draft'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const { lookedAt = [] } = session;
  return accept(lookedAt.includes(list) ? session : { ...session, lookedAt: [...lookedAt, list] });
}

/** Leaves a seat out of the vote. Only a reason that the form lists is lawful; a form without reasons excludes nobody. */
export function decideExclude(
  session: Session,
  subjectId: SubjectId,
  reason: string | null,
): Ruling<Session, 'not-in-draft' | 'unknown-subject' | 'exclusion-not-allowed'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  if (!session.subjects.some(({ id }) => id === subjectId)) return refuse('unknown-subject');
  if (reason !== null && !session.form.exclusionReasons.some(({ id }) => id === reason)) {
    return refuse('exclusion-not-allowed');
  }
  const subjects = session.subjects.map((subject) =>
    subject.id === subjectId ? { ...subject, excludedFor: reason } : subject,
  );
  return accept({ ...session, subjects });
}

export type OrganisationRefusal = 'not-in-draft' | 'form-has-no-organisations' | 'organisation-listed-already';

/** Names an organisation to be rated; only under a form that rates organisations. */
export function decideAddOrganisation(
  session: Session,
  organisation: { readonly id: SubjectId; readonly name: string; readonly kind: string },
): Ruling<Session, OrganisationRefusal> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  if (session.form.subjects !== 'organisations') return refuse('form-has-no-organisations');
  const key = textKey(organisation.name);
  if (session.subjects.some(({ name }) => textKey(name) === key)) return refuse('organisation-listed-already');
  const { id, name, kind } = organisation;
  const nobody = { seatId: null, personId: null, excludedFor: null, struckFor: null };
  return accept({ ...session, subjects: [...session.subjects, { id, name, position: kind, ...nobody }] });
}

/** Takes an organisation off the draft's list again; a seat is left out for a reason instead. */
export function decideRemoveOrganisation(
  session: Session,
  subjectId: SubjectId,
): Ruling<Session, 'not-in-draft' | 'unknown-subject'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const found = session.subjects.find(({ id }) => id === subjectId);
  if (found === undefined || found.seatId !== null) return refuse('unknown-subject');
  return accept({ ...session, subjects: session.subjects.filter(({ id }) => id !== subjectId) });
}

export type AddVoterRefusal = 'not-in-draft' | 'voter-already-on-roll' | 'bad-name';

/**
 * Adds somebody summoned who holds no seat. Of one name and position with somebody on the roll they may be another
 * person: who lists several has seen that and says so.
 */
export function decideAddVoter(
  session: Session,
  voter: Voter,
  namesakes: 'refused' | 'wanted' = 'wanted',
): Ruling<Session, AddVoterRefusal> {
  if (session.state === 'draft' && !isPersonName(voter.name)) return refuse('bad-name');
  const isNamesake = (other: Parameters<typeof mayBeSame>[0]) => mayBeSame(other, voter);
  const there = namesakes === 'refused' ? [...session.roll, ...session.nonVoters].find(isNamesake) : undefined;
  return session.state === 'draft' && there !== undefined
    ? refuse('voter-already-on-roll', namesakeProblems('voter-already-on-roll', voter, there))
    : decideAddToRoll(session, [voter]);
}

/** Adds all of them, each at their place in the roll, or nobody. */
export function decideAddToRoll(
  session: Session,
  voters: readonly Voter[],
): Ruling<Session, 'not-in-draft' | 'voter-already-on-roll'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const ids = new Set<string>();
  const people = new Set<string>();
  const enter = ({ id, personId }: Pick<Voter, 'id' | 'personId'>): boolean => {
    const isThere = ids.has(id) || (personId !== null && people.has(personId));
    ids.add(id);
    if (personId !== null) people.add(personId);
    return isThere;
  };
  for (const one of [...session.roll, ...session.nonVoters]) enter(one);
  if (voters.map(enter).includes(true)) return refuse('voter-already-on-roll');
  return accept({ ...session, roll: inRollOrder([...session.roll, ...voters]) });
}

export function decideRemoveVoter(
  session: Session,
  voterId: VoterId,
): Ruling<Session, 'not-in-draft' | 'unknown-voter' | 'seat-holder-stays-on-roll'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const nonVoters = session.nonVoters.filter(({ id }) => id !== voterId);
  if (nonVoters.length < session.nonVoters.length) return accept({ ...session, nonVoters });
  const voter = session.roll.find(({ id }) => id === voterId);
  if (voter === undefined) return refuse('unknown-voter');
  if (voter.kind === 'seat') return refuse('seat-holder-stays-on-roll');
  const { rollImports } = session;
  const left = rollImports?.map((one) => ({ ...one, voters: one.voters.filter((id) => id !== voterId) }));
  const roll = session.roll.filter(({ id }) => id !== voterId);
  return accept({ ...session, roll, ...(left === undefined ? {} : { rollImports: left }) });
}

export type IssueRefusal = 'not-in-draft' | 'not-ready-to-issue';

/** What a draft still lacks before its papers can be made. */
export function missingForIssuing(session: Session, rules: TellerRules): readonly Problem[] {
  const missing: Problem[] = [];
  if (standingSubjects(session).length === 0) missing.push({ code: 'no-subjects' });
  if (session.roll.length === 0) missing.push({ code: 'empty-roll' });
  const tellers = findTellerProblem(session, session.tellers, session.settings.threshold, rules);
  if (tellers !== undefined) missing.push({ code: tellers });
  return [...missing, ...unprintableTexts(session)];
}

/** Freezes subjects and wording: papers can be made from here on. */
export function decideIssue(session: Session, rules: TellerRules): Ruling<Session, IssueRefusal> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const missing = missingForIssuing(session, rules);
  return missing.length > 0 ? refuse('not-ready-to-issue', missing) : accept(frozen(session));
}

/** When and by whom the roll was filled is in the audit log; frozen, it is nobody's to take back. */
function frozen(session: Session): Session {
  // A draft of an earlier version has those who were added in the order in which they were.
  const roll = inRollOrder(session.roll);
  const nonVoters = inNameOrder(session.nonVoters);
  const { rollImports: _filled, copies: _copied, ...rest } = withNamesFrozen({ ...session, roll, nonVoters });
  return { ...rest, state: 'issued' };
}

/** Changes title, place, day and the like of a draft. */
export function decideChangeSettings(
  session: Session,
  settings: Omit<Session['settings'], 'threshold'>,
): Ruling<Session, 'not-in-draft'> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const { threshold, plan } = session.settings;
  // A session under a plan cites that plan.
  const cited = session.planId === null ? settings.plan : plan;
  return accept({ ...session, settings: { ...settings, plan: cited, threshold } });
}
