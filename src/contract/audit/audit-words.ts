import type { AuditNote, AuditRole, SecurityEvent } from '../../domain/audit.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { operations } from '../operations.ts';

/**
 * What was done, where the summary of the operation says how it works and what it takes. Every other deed is called
 * what the API calls it.
 */
const ownWords: Readonly<Record<string, LocalText>> = {
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  copySession: { vi: 'Lấy từ đợt lấy phiếu trước', en: 'Take over from an earlier session' },
  proveCard: { vi: 'Đọc lại thẻ khóa khi hòm đang mở', en: 'Read the key card once more while the box is open' },
  startBackup: { vi: 'Bắt đầu sao lưu', en: 'Begin a backup' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signOutEverywhere: { vi: 'Đăng xuất khỏi mọi nơi', en: 'Sign out everywhere' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  beginSecondFactor: { vi: 'Lấy khóa cho ứng dụng xác thực', en: 'Get the secret for an authenticator app' },
  confirmSecondFactor: { vi: 'Bật xác thực hai bước', en: 'Turn the second factor on' },
  inviteMembers: { vi: 'Lập giấy mời cấp ủy viên tạo tài khoản', en: 'Make out slips for members to make an account' },
  inviteToRole: { vi: 'Lập giấy mời một người nhận nhiệm vụ', en: 'Make out a slip for somebody to take a role' },
  recoverMember: { vi: 'Cấp lại tài khoản cho cấp ủy viên', en: "Recover a member's account" },
  recoverAccount: { vi: 'Cấp lại tài khoản', en: 'Recover an account' },
  acceptInvitation: {
    vi: 'Dùng giấy mời để đặt tên đăng nhập và mật khẩu',
    en: 'Use a slip to choose user name and password',
  },
  giveGrant: { vi: 'Giao nhiệm vụ', en: 'Give a role' },
  takeGrant: { vi: 'Thôi giao nhiệm vụ', en: 'Take a role' },
  changeDirector: {
    vi: 'Đặt hoặc bỏ cấp ủy ngành cấp trên chỉ đạo',
    en: 'Name the committee whose plans it follows, or none',
  },
  importRoster: { vi: 'Nhập danh sách cấp ủy viên từ tệp', en: 'Import a roster from a file' },
  importCommitteeRoster: {
    vi: 'Nhập danh sách cấp ủy viên của cấp ủy từ tệp',
    en: 'Import the committee’s roster from a file',
  },
  importProvince: {
    vi: 'Nhập danh sách cấp ủy và cấp ủy viên từ tệp',
    en: 'Import committees and their members from a file',
  },
  changeRank: { vi: 'Sửa tên hoặc thời hạn của một cấp', en: 'Change the name or the time of a level' },
  changeSuperior: {
    vi: 'Chuyển sang trực thuộc cấp ủy cấp trên khác',
    en: 'Move the committee to another superior committee',
  },
  dissolveCommittee: { vi: 'Giải thể cấp ủy', en: 'Dissolve the committee' },
  endSeat: { vi: 'Thôi giữ vị trí cấp ủy viên', en: 'End a seat' },
  createPlan: { vi: 'Soạn kế hoạch', en: 'Draft a plan' },
  changePlan: { vi: 'Sửa bản thảo kế hoạch', en: 'Change the draft of a plan' },
  discardPlan: { vi: 'Bỏ bản thảo kế hoạch', en: 'Throw the draft of a plan away' },
  issuePlan: { vi: 'Ban hành kế hoạch', en: 'Issue a plan' },
  amendPlan: { vi: 'Điều chỉnh kế hoạch đã ban hành', en: 'Amend an issued plan' },
  addNote: { vi: 'Ghi rút kinh nghiệm của đơn vị làm điểm', en: 'Put down what a pilot committee learnt' },
  takeBackImport: { vi: 'Rút lại một lần nhập', en: 'Take an import back' },
  takeBackCommitteeRoster: {
    vi: 'Rút lại một lần nhập danh sách của một cấp ủy',
    en: 'Take an import of one committee’s roster back',
  },
  takeBackDelegates: {
    vi: 'Rút lại một lần nhập danh sách đại biểu',
    en: 'Take an import of delegates back',
  },
  takeBackParticipants: {
    vi: 'Đưa những người đã thêm trong một lần ra khỏi danh sách bỏ phiếu',
    en: 'Take several people who were added at once off the roll',
  },
  enterDelegates: { vi: 'Nhập danh sách đại biểu dự đại hội', en: "Enter the congress's delegates" },
  addKeyCadre: { vi: 'Bổ sung cán bộ chủ chốt không phải đại biểu', en: 'Add a key cadre who was not a delegate' },
  strikeSummoned: {
    vi: 'Đưa người không còn đủ tư cách ra khỏi danh sách triệu tập, hoặc khôi phục',
    en: 'Strike somebody off the list of those summoned, or take it back',
  },
  writeReview: { vi: 'Ghi bản sơ kết giữa nhiệm kỳ', en: 'Write the half-term review' },
  finishReview: { vi: 'Báo bản sơ kết đã hoàn thành', en: 'Declare the half-term review finished' },
  attachReport: { vi: 'Gửi báo cáo', en: 'Attach a report' },
  createSession: { vi: 'Lập một đợt lấy phiếu', en: 'Draw up a session' },
  excludeSubject: {
    vi: 'Đưa một người ra khỏi danh sách lấy phiếu vì lý do cho phép, hoặc đưa lại vào',
    en: 'Leave somebody out of the subjects for an allowed reason, or take them in again',
  },
  addParticipants: {
    vi: 'Thêm nhiều người được triệu tập vào danh sách bỏ phiếu',
    en: 'Add several people who were summoned to the roll',
  },
  issueSession: { vi: 'Chốt danh sách và cho phát hành phiếu', en: 'Freeze the lists and let papers be made' },
  allowPlainVoting: {
    vi: 'Cho phép, hoặc thôi cho phép, bỏ phiếu qua kết nối không mã hóa trong hội trường',
    en: 'Let phones vote without encryption on the network of the hall, or take that back',
  },
  recordAttendance: { vi: 'Điểm danh', en: 'Record who is present' },
  addPrintRun: { vi: 'Đăng ký các tờ phiếu vừa in', en: 'Register the sheets just printed' },
  startCeremony: { vi: 'Bắt đầu hoặc bắt đầu lại việc tạo khóa', en: 'Start the key ceremony, or start it again' },
  startRehearsal: { vi: 'Bắt đầu bỏ phiếu thử', en: 'Start a rehearsal' },
  sendRehearsalShare: { vi: 'Gửi phần giải mã của phiếu thử', en: "Send one's share of the rehearsal" },
  sendShare: { vi: 'Gửi phần giải mã của mình', en: "Send one's partial decryption" },
  finishTally: {
    vi: 'Mở kết quả khi thiếu một số thành viên ban kiểm phiếu',
    en: 'Open the totals without some of the tellers',
  },
};

/** Operations by the ids that they had when older entries were written; the entries keep them. */
const earlierIds: Readonly<Record<string, string>> = {
  addBatch: 'addPrintRun',
  confirmBatch: 'confirmPrintRun',
  voidBatch: 'voidPrintRun',
  addLevel: 'addRank',
  changeLevel: 'changeRank',
};

const ofSecurityEvents: Readonly<Record<SecurityEvent, LocalText>> = {
  signInFailed: { vi: 'Đăng nhập không thành công', en: 'A sign-in failed' },
  logEnd: {
    vi: 'Nơi toàn bộ nhật ký kết thúc khi xuất tệp này',
    en: 'Where the whole log ended when this was exported',
  },
  logDigest: {
    vi: 'Ghi lại nơi kết thúc nhật ký của các cấp ủy',
    en: 'The ends of the committees’ logs were put down',
  },
  damaged: { vi: 'Mục bị hỏng, không đọc được', en: 'This entry is damaged and cannot be read' },
  sessionSealed: {
    vi: 'Nâng cấp phần mềm: ghi lại dấu niêm của đợt lấy phiếu như đang lưu',
    en: 'The software was upgraded: the session was sealed as it is kept',
  },
  signInLocked: { vi: 'Tên đăng nhập bị tạm khóa do sai nhiều lần', en: 'The name was locked after failed sign-ins' },
};

const words = new Map<string, LocalText>([
  ...operations.map(({ id, summary }) => [id, summary] as const),
  ...Object.entries(ofSecurityEvents),
  ...Object.entries(ownWords),
]);

const roleWords = {
  chair: { vi: 'chủ trì', en: 'chair' },
  secretary: { vi: 'người quán triệt', en: 'briefer' },
  office: { vi: 'văn phòng', en: 'office' },
  administrator: { vi: 'quản trị viên', en: 'administrator' },
} as const satisfies Record<AuditRole, LocalText>;

/** What an entry says was done, and to which role; an event that nothing describes any more goes by its name. */
export function auditWords({ event, role }: Pick<AuditNote, 'event' | 'role'>): LocalText {
  const { vi, en } = words.get(earlierIds[event] ?? event) ?? { vi: event, en: event };
  if (role === null) return { vi, en };
  return { vi: `${vi}: ${roleWords[role].vi}`, en: `${en}: ${roleWords[role].en}` };
}
