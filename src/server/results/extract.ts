import { accept, type Decision, refuse } from '../../domain/decision.ts';
import { type SubjectId, standingSubjects } from '../../domain/session/session.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { signingRole } from '../chair-position.ts';
import { shortDay } from '../local-time.ts';
import type { ReadableResult } from './read-result.ts';

/** What the minutes say of one subject, and nothing of any other: for that person, or for their file. */
export function extractFor(
  { state, view }: ReadableResult,
  subjectId: SubjectId,
  chairRole: string,
): Decision<OfficialDocument, 'unknown-subject'> {
  const { session } = state;
  const { form, settings } = session;
  const index = standingSubjects(session).findIndex(({ id }) => id === subjectId);
  const subject = view.subjects[index];
  if (subject === undefined) return refuse('unknown-subject');
  const { value } = view.base;
  const percent = (text: string) => `${text.replace('.', ',')}%`;
  const rows = form.levels.map(({ id, label }) => {
    const { count, percent: share } = subject.levels[id] ?? { count: 0, percent: '0.00' };
    return [label.vi, `${count}/${value}`, percent(share)];
  });
  const tier = subject.article
    ? `${subject.article.vi}: ${subject.consequence?.vi ?? ''}.`
    : `${form.wording.noTier.vi}.`;
  return accept({
    head: {
      ...{ layout: form.documentLayout, superior: session.superiorName, issuer: session.committeeName },
      ...{ number: '……-TB/……', place: settings.place, date: null },
    },
    ...{ title: 'TRÍCH BIÊN BẢN KIỂM PHIẾU', abstract: settings.title },
    blocks: [
      { kind: 'text', text: `Người được lấy phiếu: ${subject.name}, ${subject.position}.` },
      {
        kind: 'text',
        text: `Căn cứ: ${form.citation.vi}. Ngày lấy phiếu: ${shortDay(settings.heldOn)}.`,
      },
      {
        kind: 'text',
        text: `Số phiếu phát ra: ${view.issued}; thu về: ${subject.collected}; hợp lệ đối với đồng chí: ${subject.valid}; không hợp lệ đối với đồng chí: ${subject.invalid}.`,
      },
      { kind: 'table', columns: [form.wording.levels.vi, 'Số phiếu', 'Tỷ lệ'], widths: [5, 3, 3], rows },
      { kind: 'text', text: `${form.wording.base.vi} (${value}).`, face: 'italic' },
      ...(form.tiers.length === 0 ? [] : [{ kind: 'text' as const, text: tier }]),
      { kind: 'text', text: `Vân tay hồ sơ: ${view.record.fingerprint}` },
    ],
    signatories: [{ title: `XÁC NHẬN\n${signingRole(chairRole)}`, name: session.chair.name }],
    recipients: [`Đồng chí ${subject.name}`, 'Lưu hồ sơ'],
  });
}
