import { standingSubjects, type Voter } from '../../domain/session/session.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import { subjectWords } from '../../print/subject-words.ts';
import { shortDay } from '../kit/local-time.ts';
import { forCommittee } from '../meeting/signatories.ts';
import { address, type PaperOf, paperFrame } from './frame.ts';

/** A summons for each person on the roll, in the roll's order, then for those without a vote. */
export function summonses(paper: PaperOf): OfficialDocument[] {
  const { roll, nonVoters } = paper.session;
  return [
    ...roll.map((voter) => summons(paper, voter, { read: 'trước khi ghi phiếu', part: paperLine(paper) })),
    ...nonVoters.map((one) => summons(paper, one, asListener)),
  ];
}

/** What somebody summoned is to do. */
interface Part {
  /** By when to have read the documents. */
  readonly read: string;
  readonly part: string;
}

const asListener: Part = { read: 'trước hội nghị', part: '- Tham gia: dự hội nghị và thảo luận, không bỏ phiếu.' };

/** How a voter comes by a paper. */
function paperLine({ session: { settings, form } }: PaperOf): string {
  return settings.phonePapers
    ? `- Phiếu được phát sớm: ${address(form)} nhận phiếu giấy, hoặc đăng nhập trang của mình để nhận phiếu trên điện thoại của riêng mình. Mỗi người chỉ nhận một phiếu.`
    : '- Phiếu được phát sớm; trên phiếu có mã để mở phiếu bằng điện thoại. Mỗi người chỉ nhận một phiếu.';
}

function summons(
  paper: PaperOf,
  { name, position }: Pick<Voter, 'name' | 'position'>,
  { read, part }: Part,
): OfficialDocument {
  const { session, chairRole } = paper;
  const { settings, form } = session;
  const you = address(form);
  const subjects = `${standingSubjects(session).length} ${subjectWords(form).several.vi}`;
  const lines = [
    `${session.committeeName} triệu tập ${you}: ${name}, ${position}.`,
    `- Dự: ${settings.title}.`,
    `- Thời gian: …… giờ ……, ngày ${shortDay(settings.heldOn)}.`,
    `- Địa điểm: ${settings.place}.`,
    `- Nội dung: ${form.wording.minutesAbstract.vi} đối với ${subjects}, theo ${form.citation.vi}. Danh sách và tài liệu gửi kèm; đề nghị ${you} nghiên cứu ${read}.`,
    part,
    `Đề nghị ${you} có mặt đúng giờ; vắng mặt thì báo trước cho Văn phòng.`,
  ];
  const addressee = `${you.charAt(0).toLocaleUpperCase('vi')}${you.slice(1)} ${name}`;
  return {
    ...paperFrame(paper, 'GTT'),
    title: 'GIẤY TRIỆU TẬP',
    abstract: settings.title,
    blocks: lines.map((text) => ({ kind: 'text', text })),
    signatories: [forCommittee(session, chairRole)],
    recipients: [addressee, form.documentLayout === 'state' ? 'Lưu: VT' : 'Lưu Văn phòng'],
  };
}
