import { type Session, standingSubjects } from '../../domain/session/session.ts';
import type { DocumentBlock, OfficialDocument } from '../../print/official-document.ts';
import { ballotAbout, subjectWords } from '../../print/subject-words.ts';
import { shortDay } from '../kit/local-time.ts';
import { forCommittee } from '../meeting/signatories.ts';
import { address, type PaperOf, paperFrame, persons, withinSentence } from './frame.ts';

/** The committee's decision to hold the vote: on what grounds, on whom, when, counted by whom. */
export function decisionToHold(paper: PaperOf): OfficialDocument {
  const { session, chairRole } = paper;
  const { form, committeeName } = session;
  const face = form.documentLayout === 'state' ? 'italic' : undefined;
  const grounds = groundsOf(session).map((text): DocumentBlock => ({ kind: 'text', text, ...(face && { face }) }));
  const purpose = form.wording.minutesAbstract.vi;
  return {
    ...paperFrame(paper, 'QĐ'),
    title: 'QUYẾT ĐỊNH',
    abstract: `về việc ${purpose} ${ballotAbout(form, 'vi', committeeName)}`,
    blocks: [
      ...grounds,
      { kind: 'centred', text: `${committeeName.toLocaleUpperCase('vi')} QUYẾT ĐỊNH:` },
      ...articles(session),
    ],
    signatories: [forCommittee(session, chairRole)],
  };
}

function groundsOf({ form, settings }: Session): string[] {
  return [
    `- Căn cứ ${form.citation.vi};`,
    ...(settings.plan === null ? [] : [`- Thực hiện Kế hoạch số ${settings.plan};`]),
    `- Xét yêu cầu nhiệm vụ,`,
  ];
}

function articles(session: Session): DocumentBlock[] {
  const { form, settings, superiorName, committeeName, tellers, nonVoters } = session;
  const { several } = subjectWords(form);
  const levels = form.levels.map(({ label }) => withinSentence(label.vi)).join('; ');
  const published = superiorName === null ? committeeName : `${committeeName} và ${superiorName}`;
  const listeners = nonVoters.length === 0 ? '' : `, ${nonVoters.length} người dự, không bỏ phiếu`;
  const text = (content: string, indent = 0): DocumentBlock => ({ kind: 'text', text: content, indent });
  return [
    text(
      `Điều 1. Tổ chức ${form.wording.minutesAbstract.vi} đối với ${standingSubjects(session).length} ${several.vi} có tên trong danh sách kèm theo. Phiếu ghi theo các mức: ${levels}.`,
    ),
    text(
      `Điều 2. Hội nghị họp ngày ${shortDay(settings.heldOn)}, tại ${settings.place}, do ${settings.convenedBy} triệu tập, ${address(form)} ${session.chair.name} chủ trì; ${session.roll.length} người được triệu tập dự và bỏ phiếu${listeners}.`,
    ),
    text(
      tellers.length > 0
        ? `Điều 3. Ban kiểm phiếu gồm ${tellers.length} ${persons(form)}:`
        : 'Điều 3. Ban kiểm phiếu do hội nghị cử.',
    ),
    ...tellers.map(({ name }, index) => text(`${index + 1}. ${name}`, 28)),
    text(`Điều 4. Kết quả kiểm phiếu được công bố trong ${published}.`),
    text(
      `Điều 5. Văn phòng, Ban kiểm phiếu và các ${several.vi} có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.`,
    ),
  ];
}
