import type { DocumentBlock, OfficialDocument } from '../../print/official-document.ts';
import { subjectWords } from '../../print/subject-words.ts';
import { shortDay } from '../kit/local-time.ts';
import { leftOutSentences } from '../meeting/left-out-sentences.ts';
import { byHand, forCommittee } from '../meeting/signatories.ts';
import { type PaperOf, paperFrame, subjectRows, withinSentence } from './frame.ts';

/**
 * Those voted on, in order of precedence, then those left out, each with the reason.
 * @param attachedTo what the list belongs to; null for a list of its own
 */
export function listOfSubjects(paper: PaperOf, attachedTo: string | null = null): OfficialDocument {
  const { session, chairRole } = paper;
  const { form, settings } = session;
  const rows = subjectRows(session);
  const words = subjectWords(form);
  return {
    ...paperFrame(paper, null),
    title: 'DANH SÁCH',
    abstract: `${withinSentence(form.wording.subject.vi)}: ${settings.title}`,
    attachedTo,
    blocks: [
      { kind: 'table', columns: ['TT', words.name.vi, words.position.vi], widths: [1, 6, 7], rows },
      { kind: 'text', text: `Danh sách có ${rows.length} ${words.several.vi}.`, face: 'italic' },
      ...leftOutSentences(session).map((text): DocumentBlock => ({ kind: 'text', text })),
    ],
    signatories: [forCommittee(session, chairRole)],
  };
}

/** The roll with room to sign for a ballot paper. It says who may vote and who took a paper, never which. */
export function rollToSign(paper: PaperOf): OfficialDocument {
  const { settings, roll } = paper.session;
  const rows = roll.map(({ name, position }, index) => [String(index + 1), name, position, '']);
  return {
    ...paperFrame(paper, null),
    title: 'DANH SÁCH KÝ NHẬN PHIẾU',
    abstract: settings.title,
    blocks: [
      {
        kind: 'text',
        text: `Ngày ${shortDay(settings.heldOn)}, tại ${settings.place}.`,
        face: 'italic',
      },
      { kind: 'table', columns: ['TT', 'Họ và tên', 'Chức vụ', 'Ký nhận'], widths: [1, 5, 6, 4], rows, rowHeight: 34 },
      {
        kind: 'text',
        face: 'italic',
        text: `Danh sách có ${rows.length} người. Số người đã ký nhận phiếu: ……… người.`,
      },
    ],
    signatories: [byHand('NGƯỜI PHÁT PHIẾU'), byHand('T/M BAN KIỂM PHIẾU')],
    recipients: [],
  };
}
