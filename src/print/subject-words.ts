import type { BallotForm } from '../domain/ballot-form.ts';
import type { LocalText } from '../domain/text/local-text.ts';

/** What papers and pages call those about whom a form asks, where the form itself does not word it. */
export interface SubjectWords {
  /** Head of the column with the names. */
  readonly name: LocalText;
  /** Head of the column beside it. */
  readonly position: LocalText;
  /** One of them, within a sentence. */
  readonly one: LocalText;
  /** Several of them, after a number. */
  readonly several: LocalText;
}

const name = { vi: 'Họ và tên', en: 'Full name' };
const position = { vi: 'Chức vụ', en: 'Position' };
const member = { vi: 'đồng chí', en: 'member' };
const members: SubjectWords = { name, position, one: member, several: { vi: 'đồng chí', en: 'members' } };
/** Elected bodies do not call their people comrades. */
const people: SubjectWords = {
  name,
  position,
  one: { vi: 'ông (bà)', en: 'person' },
  several: { vi: 'người', en: 'people' },
};
const organisations: SubjectWords = {
  name: { vi: 'Tên tổ chức', en: 'Organisation' },
  position: { vi: 'Loại tổ chức', en: 'Kind of organisation' },
  one: { vi: 'tổ chức', en: 'organisation' },
  several: { vi: 'tổ chức', en: 'organisations' },
};

/** The words for a form's subjects: people, or organisations that are rated. */
export function subjectWords({ subjects, documentLayout }: Pick<BallotForm, 'subjects' | 'documentLayout'>) {
  if (subjects === 'organisations') return organisations;
  return documentLayout === 'state' ? people : members;
}

/** Whom the ballot is about, with the committee in its place, for example "đối với các đồng chí ủy viên Đảng ủy xã …". */
export function ballotAbout({ wording }: BallotForm, language: keyof LocalText, committee: string): string {
  const about = wording.ballotAbstract[language];
  return about.includes('{committee}') ? about.replace('{committee}', () => committee) : `${about} ${committee}`;
}
