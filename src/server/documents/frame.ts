import { type Session, standingSubjects } from '../../domain/session/session.ts';
import type { OfficialDocument } from '../../print/official-document.ts';

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
  const role = chairRole.split(',')[0]?.trim() || 'Chủ trì';
  return { title: `T/M ${session.committeeName}\n${role}`, name: session.chair.name };
}

/** `05/12/2026`. */
export function shortDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Who is voted on, one row each. */
export function subjectRows(session: Session): readonly (readonly string[])[] {
  return standingSubjects(session).map(({ name, position }, index) => [String(index + 1), name, position]);
}
