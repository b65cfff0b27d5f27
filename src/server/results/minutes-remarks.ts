import { currentAnnouncement } from '../../domain/session/counting.ts';
import type { JointActionKind, JointDecision } from '../../domain/session/joint-decision.ts';
import type { Session } from '../../domain/session/session.ts';
import { leftOutSentences } from '../meeting/left-out-sentences.ts';

/** What the minutes say beside the figures: subjects left out, joint decisions with who signed them, deviations. */
export function minutesRemarks(session: Session): string[] {
  const { closing } = session;
  const announced = currentAnnouncement(session);
  return [
    ...leftOutSentences(session),
    ...session.decisions
      .filter(({ status }) => status === 'effective')
      .map((decision) => decisionSentence(session, decision)),
    ...(announced && announced.notIssued > 0
      ? [`Có ${announced.notIssued} tờ trong hòm không do ban kiểm phiếu phát ra; không tính là phiếu thu về.`]
      : []),
    ...plainVotingRemark(session),
    ...(closing?.deviation ? [`Sổ giao nhận phiếu có chênh lệch: ${withoutStop(closing.deviation)}.`] : []),
  ];
}

function plainVotingRemark({ plainVoting }: Session): string[] {
  if (!plainVoting?.used) return [];
  return [
    `Chủ trì (${plainVoting.by.name}) cho phép bỏ phiếu qua kết nối không mã hóa trong mạng của hội trường; có phiếu đã được bỏ theo cách này. Phiếu được niêm phong trước khi rời điện thoại.`,
  ];
}

function decisionSentence(session: Session, decision: JointDecision): string {
  const { action, reason } = decision;
  return `${decided(session, action)}. Lý do: ${withoutStop(reason)}. Ký: ${signedBy(decision).join(', ')}.`;
}

/** Who signed, each with their capacity. */
function signedBy({ signatures }: JointDecision): readonly string[] {
  return signatures.map(({ actor, capacity }) => `${actor.name} (${capacity === 'chair' ? 'chủ trì' : 'kiểm phiếu'})`);
}

/** Who signed the decision of this kind that took effect; nobody where there is none. */
export function decidersOf({ decisions }: Session, kind: JointActionKind): readonly string[] {
  const decision = decisions.find(({ action, status }) => action.kind === kind && status === 'effective');
  return decision === undefined ? [] : signedBy(decision);
}

/** What was decided, and about whom. */
function decided({ subjects, tellers }: Session, action: JointDecision['action']): string {
  switch (action.kind) {
    case 'correct-subject':
      return `Sửa thông tin người được lấy phiếu thành ${action.name}, ${action.position}`;
    case 'strike-subject':
      return `Đưa ra khỏi danh sách lấy phiếu: ${subjects.find(({ id }) => id === action.subjectId)?.name ?? ''}`;
    case 'replace-teller':
      return `Thay thành viên ban kiểm phiếu thứ ${action.index}, nay là ${tellers.find(({ index }) => index === action.index)?.name ?? ''}`;
    case 'replace-lost-sheet':
      return 'Phát lại phiếu bị mất không còn cuống';
    case 'end-phone-voting':
      return 'Kết thúc bỏ phiếu bằng điện thoại';
    case 'restart-countdown':
      return 'Đếm ngược lại thời gian bỏ phiếu bằng điện thoại';
    case 'end-countdown':
      return 'Kết thúc bỏ phiếu bằng điện thoại khi chưa hết đếm ngược';
    case 'return-to-open':
      return 'Mở lại việc bỏ phiếu trong khi kiểm';
    case 'close-with-deviation':
      return 'Đóng hòm phiếu khi sổ giao nhận có chênh lệch';
    case 'cancel':
      return 'Hủy đợt lấy phiếu';
    case 'declare-unopenable':
      return 'Kết luận không mở được hòm phiếu';
  }
}

/** People end a reason with a full stop or without. */
export function withoutStop(reason: string): string {
  return reason.replace(/(?<![.\s])[.\s]+$/u, '');
}
