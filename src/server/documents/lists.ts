import type { OfficialDocument } from '../../print/official-document.ts';
import { shortDay } from '../local-time.ts';
import { forCommittee, type PaperOf, paperFrame, subjectRows } from './frame.ts';

/** The people voted on, in order of precedence. */
export function listOfSubjects(paper: PaperOf): OfficialDocument {
  const { session } = paper;
  const rows = subjectRows(session);
  return {
    ...paperFrame(paper, 'DS'),
    ...{ title: 'DANH SÁCH', abstract: `người được lấy phiếu: ${session.settings.title}` },
    blocks: [
      { kind: 'table', columns: ['TT', session.form.wording.subject.vi, 'Chức vụ'], widths: [1, 5, 7], rows },
      { kind: 'text', text: `Danh sách có ${rows.length} người.`, face: 'italic' },
    ],
    signatories: [forCommittee(paper)],
  };
}

/** The roll with room to sign for a ballot paper. It says who may vote and who took a paper, never which. */
export function rollToSign(paper: PaperOf): OfficialDocument {
  const { session } = paper;
  const rows = session.roll.map(({ name, position }, index) => [String(index + 1), name, position, '']);
  return {
    ...paperFrame(paper, 'DS'),
    ...{ title: 'DANH SÁCH KÝ NHẬN PHIẾU', abstract: session.settings.title },
    blocks: [
      { kind: 'text', text: `Ngày ${shortDay(session.settings.heldOn)}, tại ${session.settings.place}` },
      { kind: 'table', columns: ['TT', 'Họ và tên', 'Chức vụ', 'Ký nhận'], widths: [1, 5, 6, 4], rows, rowHeight: 32 },
      { kind: 'text', text: `Danh sách có ${rows.length} người.`, face: 'italic' },
    ],
    signatories: [
      { title: 'NGƯỜI PHÁT PHIẾU', name: null },
      { title: 'TM. BAN KIỂM PHIẾU', name: null },
    ],
  };
}
