import { standingSubjects, type Voter } from '../../domain/session/session.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { shortDay } from '../local-time.ts';
import { forCommittee, type PaperOf, paperFrame } from './frame.ts';

/** A summons for each person on the roll, in the roll's order. */
export function summonses(paper: PaperOf): OfficialDocument[] {
  return paper.session.roll.map((voter) => summons(paper, voter));
}

function summons(paper: PaperOf, { name, position }: Voter): OfficialDocument {
  const { session } = paper;
  const { settings, form } = session;
  const lines = [
    `${session.committeeName} trân trọng triệu tập đồng chí: ${name}, ${position}.`,
    `Dự: ${settings.title}.`,
    `Thời gian: …… giờ ……, ngày ${shortDay(settings.heldOn)}.`,
    `Địa điểm: ${settings.place}.`,
    `Nội dung: lấy phiếu đối với ${standingSubjects(session).length} đồng chí, theo ${form.citation.vi}. Danh sách và tài liệu gửi kèm; đề nghị đồng chí nghiên cứu trước khi ghi phiếu.`,
    settings.phonePapers
      ? 'Phiếu được phát sớm: đồng chí nhận phiếu giấy, hoặc đăng nhập trang của mình để nhận phiếu trên điện thoại của riêng mình. Mỗi đồng chí chỉ nhận một phiếu.'
      : 'Phiếu được phát sớm; trên phiếu có mã để mở phiếu bằng điện thoại. Mỗi đồng chí chỉ nhận một phiếu.',
  ];
  return {
    ...paperFrame(paper, 'GTT'),
    ...{ title: 'GIẤY TRIỆU TẬP', abstract: settings.title },
    blocks: lines.map((text) => ({ kind: 'text', text })),
    signatories: [forCommittee(paper)],
    recipients: [`Đồng chí ${name}`, 'Lưu văn phòng cấp ủy'],
  };
}
