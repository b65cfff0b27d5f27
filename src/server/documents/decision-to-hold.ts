import { standingSubjects } from '../../domain/session/session.ts';
import type { DocumentBlock, OfficialDocument } from '../../print/official-document.ts';
import { shortDay } from '../local-time.ts';
import { forCommittee, type PaperOf, paperFrame } from './frame.ts';

/** The committee's decision to hold the vote: on what grounds, on whom, when, counted by whom. */
export function decisionToHold(paper: PaperOf): OfficialDocument {
  const { session } = paper;
  const { form, settings, committeeName, tellers } = session;
  const text = (content: string): DocumentBlock => ({ kind: 'text', text: content });
  const grounds = [
    `- Căn cứ ${form.citation.vi};`,
    ...(settings.plan ? [`- Căn cứ Kế hoạch số ${settings.plan};`] : []),
  ];
  const named = tellers.map(
    ({ name }, index): DocumentBlock => ({ kind: 'text', text: `${index + 1}. ${name}`, indent: 18 }),
  );
  return {
    ...paperFrame(paper, 'QĐ'),
    ...{ title: 'QUYẾT ĐỊNH', abstract: `về việc tổ chức: ${settings.title}` },
    blocks: [
      ...grounds.map(text),
      { kind: 'centred', text: `${committeeName.toLocaleUpperCase('vi')} QUYẾT ĐỊNH:` },
      text(
        `Điều 1. Lấy phiếu đối với ${standingSubjects(session).length} đồng chí có tên trong danh sách kèm theo; mẫu phiếu: ${form.title.vi}.`,
      ),
      text(
        `Điều 2. Hội nghị họp ngày ${shortDay(settings.heldOn)} tại ${settings.place}, do đồng chí ${session.chair.name} chủ trì, ${settings.convenedBy} triệu tập; thành phần bỏ phiếu gồm ${session.roll.length} người.`,
      ),
      text(tellers.length > 0 ? 'Điều 3. Ban kiểm phiếu gồm các đồng chí:' : 'Điều 3. Ban kiểm phiếu do hội nghị cử.'),
      ...named,
      text(
        'Điều 4. Kết quả kiểm phiếu được công bố trong cấp ủy và báo cáo cấp ủy cấp trên trực tiếp. Ban kiểm phiếu và các đồng chí có tên chịu trách nhiệm thi hành quyết định này.',
      ),
    ],
    signatories: [forCommittee(paper)],
  };
}
