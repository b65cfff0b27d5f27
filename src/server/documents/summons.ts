import { standingSubjects, type Voter } from '../../domain/session/session.ts';
import { subjectWords } from '../../domain/subject-words.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { shortDay } from '../local-time.ts';
import { forCommittee } from '../signing.ts';
import { address, type PaperOf, paperFrame } from './frame.ts';

/** A summons for each person on the roll, in the roll's order. */
export function summonses(paper: PaperOf): OfficialDocument[] {
  return paper.session.roll.map((voter) => summons(paper, voter));
}

function summons(paper: PaperOf, { name, position }: Voter): OfficialDocument {
  const { session, chairRole } = paper;
  const { settings, form } = session;
  const you = address(form);
  const subjects = `${standingSubjects(session).length} ${subjectWords(form).several.vi}`;
  const lines = [
    `${session.committeeName} triệu tập ${you}: ${name}, ${position}.`,
    `- Dự: ${settings.title}.`,
    `- Thời gian: …… giờ ……, ngày ${shortDay(settings.heldOn)}.`,
    `- Địa điểm: ${settings.place}.`,
    `- Nội dung: ${form.wording.minutesAbstract.vi} đối với ${subjects}, theo ${form.citation.vi}. Danh sách và tài liệu gửi kèm; đề nghị ${you} nghiên cứu trước khi ghi phiếu.`,
    settings.phonePapers
      ? `- Phiếu được phát sớm: ${you} nhận phiếu giấy, hoặc đăng nhập trang của mình để nhận phiếu trên điện thoại của riêng mình. Mỗi người chỉ nhận một phiếu.`
      : '- Phiếu được phát sớm; trên phiếu có mã để mở phiếu bằng điện thoại. Mỗi người chỉ nhận một phiếu.',
    `Đề nghị ${you} có mặt đúng giờ; vắng mặt thì báo trước cho Văn phòng.`,
  ];
  const addressee = `${you.charAt(0).toLocaleUpperCase('vi')}${you.slice(1)} ${name}`;
  return {
    ...paperFrame(paper, 'GTT'),
    ...{ title: 'GIẤY TRIỆU TẬP', abstract: settings.title },
    blocks: lines.map((text) => ({ kind: 'text', text })),
    signatories: [forCommittee(session, chairRole)],
    recipients: [addressee, form.documentLayout === 'state' ? 'Lưu: VT' : 'Lưu Văn phòng'],
  };
}
