import type { z } from 'zod';
import type { SessionView, sessionSummary } from '../../contract/session/sessions.ts';
import { attendanceOf } from '../../domain/session/attendance.ts';
import { currentAnnouncement, findLedgerProblems, ledgerOf } from '../../domain/session/counting.ts';
import { missingForIssuing } from '../../domain/session/draft.ts';
import { missingForOpening } from '../../domain/session/opening.ts';
import {
  countFewPhonePapers,
  countPapers,
  findVotersShortOfPapers,
  type SessionWithPapers,
  votersWithoutLink,
} from '../../domain/session/papers.ts';
import { unprovenTellers } from '../../domain/session/rehearsal.ts';
import type { Session } from '../../domain/session/session.ts';
import type { TellerRules } from '../../domain/session/tellers.ts';
import { withYearsShown } from '../../domain/session/told-apart.ts';
import { unchanging } from '../kit/unchanging.ts';

export type SessionSummary = z.infer<typeof sessionSummary>;

export function summaryOf(session: Session): SessionSummary {
  return {
    id: session.id,
    committeeId: session.committeeId,
    committeeName: session.committeeName,
    title: session.settings.title,
    heldOn: session.settings.heldOn,
    state: session.state,
    formId: session.form.id,
  };
}

/** What was looked up elsewhere for a session's view. */
interface LookedUp {
  readonly underPlan: SessionView['underPlan'];
  readonly newTellers: ReadonlyMap<string, string>;
}

/** What a console shows. Names of accounts are not in it, nor anything that leads from a person to a paper. */
export function sessionView(
  aggregate: SessionWithPapers,
  { underPlan, newTellers }: LookedUp,
  rules: TellerRules,
): SessionView {
  const { session } = aggregate;
  const { settings, briefing, plainVoting, phoneUse } = session;
  const announcement = currentAnnouncement(session);
  return {
    ...summaryOf(session),
    place: settings.place,
    placeOfIssue: settings.placeOfIssue ?? null,
    convenedBy: settings.convenedBy,
    plan: settings.plan,
    underPlan,
    phonePapers: settings.phonePapers,
    threshold: settings.threshold,
    chair: { name: session.chair.name },
    superiorName: session.superiorName,
    ratesOrganisations: session.form.subjects === 'organisations',
    ...peopleOf(session),
    listVersion: session.listVersion,
    lookedAt: [...(session.lookedAt ?? [])],
    lostKeys: [...session.lostKeys],
    unprovenCards: session.rehearsal?.state === 'passed' ? [...unprovenTellers(session)] : [],
    cardsRead: [...(session.cardsRead ?? [])],
    printRuns: session.printRuns.map(({ listVersion, address, ...printRun }) => ({
      ...printRun,
      address: address ?? null,
      recalled: listVersion < session.listVersion,
    })),
    briefingDraft: session.briefingDraft ?? null,
    briefing: briefing && { by: { name: briefing.by.name }, at: briefing.at, text: briefing.text },
    phoneUse: phoneUse === undefined ? null : { use: phoneUse.use, by: { name: phoneUse.by.name }, at: phoneUse.at },
    plainVoting: plainVoting && { by: { name: plainVoting.by.name }, at: plainVoting.at },
    phonesSeen: [...(session.phonesSeen ?? [])],
    attendance: { ...attendanceOf(session), recorded: session.attendanceRecordedAt !== null },
    phoneVotingEndsAt: session.phoneVotingEndsAt,
    ledger: shownLedger(aggregate),
    sheetsLeft: countPapers(aggregate).sheetsLeft,
    announcement: announcement
      ? {
          issued: announcement.issued,
          collected: announcement.collected,
          sheets: announcement.sheets,
          notIssued: announcement.notIssued,
        }
      : null,
    invalidSheets: { ...session.invalidSheets },
    decisions: decisionsOf(session, newTellers),
    missing: [...missingForNextStep(aggregate, rules)],
    shortOfPapers: findVotersShortOfPapers(aggregate).map(({ name }) => name),
    fewPhonePapers: session.state === 'issued' ? countFewPhonePapers(aggregate) : null,
    lostPhonePapers: votersWithoutLink(aggregate).length,
    cancellation: endOf(session.cancellation),
    unopenable: endOf(session.unopenable),
  };
}

/** Accounts sign; people read names. */
export function decisionsOf({ decisions }: Session, newTellers: LookedUp['newTellers']): SessionView['decisions'] {
  return decisions.map(({ signatures, ...decision }) => ({
    ...decision,
    newTeller: newTellers.get(decision.id) ?? null,
    signatures: signatures.map(({ actor, capacity, at }) => ({ actor: { name: actor.name }, capacity, at })),
  }));
}

/** Who ended a session without a result, when and why. */
export function endOf(end: Session['cancellation'] | Session['unopenable']): SessionView['cancellation'] {
  return end ? { by: { name: end.by.name }, at: end.at, reason: end.reason } : null;
}

type ShownPeople = Pick<SessionView, 'subjects' | 'roll' | 'nonVoters' | 'tellers'>;

const people = new WeakMap<Session, ShownPeople>();

/** Most of the view, and the same until the session changes. */
export function peopleOf(session: Session): ShownPeople {
  const known = people.get(session);
  if (known !== undefined) return known;
  const named = withYearsShown(session);
  const shown = {
    subjects: unchanging(named.subjects.map(({ seatId: _seat, personId: _person, ...subject }) => subject)),
    roll: unchanging(named.roll.map(({ code: _code, ...voter }) => voter)),
    nonVoters: unchanging(named.nonVoters.map(({ code: _code, ...one }) => one)),
    tellers: unchanging(named.tellers),
  };
  people.set(session, shown);
  return shown;
}

/** With the live number of ballots, whoever watches screen and hall would see whose ballot has just come in. */
function shownLedger(aggregate: SessionWithPapers): SessionView['ledger'] {
  const ledger = ledgerOf(aggregate);
  return aggregate.session.state === 'open' ? { ...ledger, collected: null, notReturned: null } : ledger;
}

function missingForNextStep(aggregate: SessionWithPapers, rules: TellerRules) {
  switch (aggregate.session.state) {
    case 'draft':
      return missingForIssuing(aggregate.session, rules);
    case 'issued':
      return missingForOpening(aggregate);
    case 'counting':
      return findLedgerProblems(aggregate);
    default:
      return [];
  }
}
