import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type Session, type SubjectId, standingSubjects } from '../../domain/session/session.ts';
import { documentLayouts } from '../../print/document-layout.ts';
import type { DocumentBlock, OfficialDocument } from '../../print/official-document.ts';
import { subjectWords } from '../../print/subject-words.ts';
import { shortDay } from '../kit/local-time.ts';
import { signingRole } from '../meeting/signatories.ts';
import type { ReadableResult } from './find-result.ts';

type Subject = ReadableResult['view']['subjects'][number];

/** What the minutes say of one subject, and nothing of any other: for that person or organisation, or for their file. */
export function extractFor(
  { state, view }: ReadableResult,
  subjectId: SubjectId,
  chairRole: string,
): Ruling<OfficialDocument, 'unknown-subject'> {
  const { session } = state;
  const { form, settings } = session;
  const index = standingSubjects(session).findIndex(({ id }) => id === subjectId);
  const subject = view.subjects[index];
  if (subject === undefined) return refuse('unknown-subject');
  const { one } = subjectWords(form);
  const addressee = `${one.vi.charAt(0).toLocaleUpperCase('vi')}${one.vi.slice(1)} ${subject.name}`;
  const layout = form.documentLayout;
  return accept({
    head: {
      layout,
      superior: session.superiorName,
      issuer: session.committeeName,
      number: documentLayouts[layout].blankNumber('TBB'),
      place: settings.placeOfIssue ?? null,
      date: null,
    },
    title: 'TRÍCH BIÊN BẢN KIỂM PHIẾU',
    abstract: settings.title,
    blocks: figures(session, view, subject),
    signatories: [{ title: 'XÁC NHẬN', role: signingRole(chairRole), hint: null, name: session.chair.name }],
    recipients: [form.subjects === 'organisations' ? subject.name : addressee, 'Lưu hồ sơ'],
  });
}

function figures({ form, settings }: Session, view: ReadableResult['view'], subject: Subject): DocumentBlock[] {
  const { value } = view.base;
  const { one } = subjectWords(form);
  const rows = form.levels.map(({ id, label }) => {
    const { count, percent } = subject.levels[id] ?? { count: 0, percent: '0.00' };
    return [label.vi, `${count}/${value}`, `${percent.replace('.', ',')}%`];
  });
  const tier = subject.article
    ? `${subject.article.vi}: ${subject.consequence?.vi ?? ''}.`
    : `${form.wording.noTier.vi}.`;
  const text = (content: string): DocumentBlock => ({ kind: 'text', text: content });
  return [
    text(`${form.wording.subject.vi}: ${subject.name}, ${subject.position}.`),
    text(`Căn cứ: ${form.citation.vi}. Ngày họp: ${shortDay(settings.heldOn)}.`),
    text(
      `Số phiếu phát ra: ${view.issued}; thu về: ${subject.collected}; hợp lệ đối với ${one.vi}: ${subject.valid}; không hợp lệ đối với ${one.vi}: ${subject.invalid}.`,
    ),
    { kind: 'table', columns: [form.wording.levels.vi, 'Số phiếu', 'Tỷ lệ'], widths: [5, 3, 3], rows, centred: [1, 2] },
    { kind: 'text', text: `${form.wording.base.vi} (${value}).`, face: 'italic' },
    ...(form.tiers.length === 0 ? [] : [text(tier)]),
    { kind: 'text', text: `Vân tay hồ sơ: ${view.record.fingerprint}`, small: true },
  ];
}
