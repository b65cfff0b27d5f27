import { nameAndYear } from '../roster/namesakes.ts';
import { inRollOrder } from '../roster/people-order.ts';
import type { PersonId } from '../roster/person.ts';
import { knownParts, mayBeSame } from '../roster/same-person.ts';
import { isWithin, type Seat } from '../roster/seat.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { textKey } from '../text/text-key.ts';
import { mostDossiers } from './most-dossiers.ts';
import { type NotCopied, type Session, type Subject, standingSubjects, type Teller, type Voter } from './session.ts';
import { mostTellers } from './tellers.ts';

/** What may be taken over from an earlier session; never papers, keys, marks, days or who was present. */
export const copiedParts = ['tellers', 'participants', 'briefing', 'conference-dossiers', 'personal-dossiers'] as const;
export type CopiedPart = (typeof copiedParts)[number];

interface Dossier {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly title: string;
  readonly bytesHash: string;
}

export interface WhatIsCopied<Kept extends Dossier> {
  readonly earlier: Session;
  readonly earlierDocuments: readonly Kept[];
  /** Those of the draft. */
  readonly documents: readonly Dossier[];
  readonly parts: readonly CopiedPart[];
  /** Every seat that tellers and participants of the earlier session hold or held. */
  readonly seats: readonly Seat[];
}

export interface Copied<Kept extends Dossier> {
  readonly session: Session;
  readonly dossiers: readonly { readonly of: Kept; readonly subjectId: string | null }[];
  readonly leftOut: readonly NotCopied[];
}

export type CopyRefusal = 'not-in-draft' | 'not-an-earlier-session';

/**
 * Gives a draft what an earlier session of its committee had, beside what it has already. Who holds no seat any more on
 * the day of the conference, is voted on this time, or was entered by name only, is left out and named.
 */
export function decideCopy<Kept extends Dossier>(
  session: Session,
  copied: WhatIsCopied<Kept>,
): Ruling<Copied<Kept>, CopyRefusal> {
  const { earlier, parts } = copied;
  if (session.state !== 'draft') return refuse('not-in-draft');
  const isEarlier = earlier.id !== session.id && earlier.state !== 'draft';
  if (!isEarlier || earlier.committeeId !== session.committeeId) return refuse('not-an-earlier-session');
  const leftOut: NotCopied[] = [];
  let after = session;
  if (parts.includes('tellers')) after = withTellers(after, copied, leftOut);
  if (parts.includes('participants')) after = withParticipants(after, copied, leftOut);
  // Under a plan the briefing starts from what that plan says, not from an earlier one.
  if (parts.includes('briefing') && earlier.briefing !== null && session.planId === null) {
    after = { ...after, briefingDraft: earlier.briefing.text };
  }
  return accept({ session: after, dossiers: dossiersOf(after, copied, leftOut), leftOut });
}

/** Somebody had seats, and holds none on that day; of who never had one, rosters cannot say it. */
function hasLeft(personId: PersonId, seats: readonly Seat[], day: string): boolean {
  const own = seats.filter((seat) => seat.personId === personId);
  return own.length > 0 && !own.some((seat) => isWithin(seat, day));
}

type People = Pick<WhatIsCopied<Dossier>, 'earlier' | 'seats'>;

function withTellers(session: Session, { earlier, seats }: People, leftOut: NotCopied[]): Session {
  const subjects = new Set(standingSubjects(session).map(({ personId }) => personId));
  const tellers: Teller[] = [...session.tellers];
  for (const { personId, name: shown, byName, birthYear } of earlier.tellers) {
    if (tellers.some((one) => one.personId === personId)) continue;
    const apart = nameAndYear(shown);
    const reason = byName
      ? 'by-name'
      : subjects.has(personId)
        ? 'is-subject'
        : hasLeft(personId, seats, session.settings.heldOn)
          ? 'left-office'
          : tellers.length >= mostTellers
            ? 'full'
            : undefined;
    if (reason === undefined) {
      const known = knownParts({ birthYear: birthYear ?? apart.birthYear });
      tellers.push({ index: tellers.length + 1, personId, name: apart.name, ...known });
    } else leftOut.push({ part: 'teller', name: shown, reason });
  }
  const { threshold } = earlier.settings;
  const fits = session.tellers.length === 0 && threshold < tellers.length;
  return { ...session, tellers, settings: { ...session.settings, ...(fits && { threshold }) } };
}

/** Those who were added beside the seat holders; who takes part already stays as they are. */
function withParticipants(session: Session, { earlier, seats }: People, leftOut: NotCopied[]): Session {
  const there = [...session.roll, ...session.nonVoters];
  const added: Voter[] = [];
  for (const voter of earlier.roll.filter(({ kind }) => kind === 'participant')) {
    const { id, personId, position, code } = voter;
    const { name, birthYear } = nameAndYear(voter.name);
    const known = knownParts({ code, birthYear: voter.birthYear ?? birthYear });
    const one: Voter = { id, personId, name, position, ...known, kind: 'participant', received: null, present: false };
    if (there.some((other) => other.id === id || mayBeSame(other, one))) continue;
    if (personId !== null && hasLeft(personId, seats, session.settings.heldOn)) {
      leftOut.push({ part: 'participant', name: voter.name, reason: 'left-office' });
    } else added.push(one);
  }
  return { ...session, roll: inRollOrder([...session.roll, ...added]) };
}

/** A dossier of somebody goes to that person's line alone, in whatever seat they are voted on this time. */
function dossiersOf<Kept extends Dossier>(
  session: Session,
  { earlier, earlierDocuments, documents, parts }: WhatIsCopied<Kept>,
  leftOut: NotCopied[],
): Copied<Kept>['dossiers'] {
  const found: { of: Kept; subjectId: string | null }[] = [];
  for (const of of earlierDocuments.filter(({ kind }) => kind === 'dossier')) {
    if (!parts.includes(of.subjectId === null ? 'conference-dossiers' : 'personal-dossiers')) continue;
    const before = earlier.subjects.find(({ id }) => id === of.subjectId);
    const subjectId = of.subjectId === null ? null : sameSubject(before, standingSubjects(session))?.id;
    const isThere = documents.some((one) => one.bytesHash === of.bytesHash && one.subjectId === subjectId);
    if (isThere) continue;
    const isFull = documents.length + found.length >= mostDossiers;
    if (subjectId === undefined || isFull) {
      const name = before === undefined ? of.title : `${of.title} (${before.name})`;
      leftOut.push({ part: 'dossier', name, reason: isFull ? 'full' : 'not-voted-on' });
    } else found.push({ of, subjectId });
  }
  return found;
}

function sameSubject(before: Subject | undefined, subjects: readonly Subject[]): Subject | undefined {
  if (before === undefined) return undefined;
  const isSame = (one: Subject) =>
    before.personId === null
      ? one.personId === null && textKey(one.name) === textKey(before.name)
      : one.personId === before.personId;
  return subjects.find((one) => one.seatId === before.seatId && isSame(one)) ?? subjects.find(isSame);
}
