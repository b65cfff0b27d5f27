import { type Session, standingSubjects } from '../../domain/session/session.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { signingRole } from '../chair-position.ts';

/** A session and what its papers say of its chair. */
export interface PaperOf {
  readonly session: Session;
  readonly chairRole: string;
}

/** Head, place and recipients as all papers of a session have them; the office's register gives the number. */
export function paperFrame({ session }: PaperOf, symbol: string): Pick<OfficialDocument, 'head' | 'recipients'> {
  const { form, settings, superiorName, committeeName } = session;
  return {
    head: {
      ...{ layout: form.documentLayout, superior: superiorName, issuer: committeeName },
      ...{ number: `……-${symbol}/……`, place: settings.place, date: null },
    },
    recipients: [
      ...(superiorName === null ? [] : [`${superiorName} (để báo cáo)`]),
      ...[committeeName, 'Lưu văn phòng cấp ủy'],
    ],
  };
}

/** Who signs for the committee. */
export function forCommittee({ session, chairRole }: PaperOf): OfficialDocument['signatories'][number] {
  return { title: `T/M ${session.committeeName}\n${signingRole(chairRole)}`, name: session.chair.name };
}

/** Who is voted on, one row each. */
export function subjectRows(session: Session): readonly (readonly string[])[] {
  return standingSubjects(session).map(({ name, position }, index) => [String(index + 1), name, position]);
}
