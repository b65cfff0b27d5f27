import type { BallotForm } from '../../domain/ballot-form.ts';
import { type Session, standingSubjects } from '../../domain/session/session.ts';
import { documentLayouts } from '../../print/document-layout.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { recipientsOf } from '../meeting/signatories.ts';

/** A session and what its papers say of its chair. */
export interface PaperOf {
  readonly session: Session;
  readonly chairRole: string;
}

/**
 * Head, place and recipients as all papers of a session have them.
 * @param symbol of the kind of document, before the number that the office's register will give; null for a list, which has none
 */
export function paperFrame({ session }: PaperOf, symbol: string | null): Pick<OfficialDocument, 'head' | 'recipients'> {
  const { form, settings, superiorName, committeeName } = session;
  const { documentLayout: layout } = form;
  return {
    head: {
      layout,
      superior: superiorName,
      issuer: committeeName,
      place: settings.placeOfIssue ?? null,
      date: null,
      number: symbol === null ? null : documentLayouts[layout].blankNumber(symbol),
    },
    recipients: recipientsOf(session),
  };
}

/** How papers address a person: elected bodies do not call theirs comrades. */
export function address({ documentLayout }: BallotForm): string {
  return documentLayout === 'state' ? 'ông (bà)' : 'đồng chí';
}

/** Several persons, after a number. */
export function persons({ documentLayout }: BallotForm): string {
  return documentLayout === 'state' ? 'người' : 'đồng chí';
}

/** Who is voted on, one row each. */
export function subjectRows(session: Session): readonly (readonly string[])[] {
  return standingSubjects(session).map(({ name, position }, index) => [String(index + 1), name, position]);
}

/** What a form words for the head of a line, within a sentence. */
export function withinSentence(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
