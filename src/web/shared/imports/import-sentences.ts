import type { LocalText } from '../../../domain/text/local-text.ts';

/** What every list of imports says. */
export const importSentences = {
  importsTitle: { vi: 'Các lần nhập', en: 'Imports' },
  importsHint: {
    vi: 'Khi chưa có việc gì dựa vào, có thể rút lại cả một lần nhập: mọi thứ trở lại như trước. Dữ liệu để rút lại chỉ được giữ của 5 lần nhập gần nhất, không quá 90 ngày. Nhật ký giữ cả lần nhập và lần rút lại.',
    en: 'While nothing was built on it a whole import can be taken back: everything is as it was before. What that needs is kept of the 5 newest imports, for 90 days at most. The log keeps the import and its taking back.',
  },
  noImports: { vi: 'Chưa có lần nhập nào.', en: 'Nothing has been imported.' },
  province: { vi: 'Nhập cấp ủy và cấp ủy viên', en: 'Committees and seats' },
  roster: { vi: 'Nhập danh sách cấp ủy viên', en: 'A list of committee members' },
  delegates: { vi: 'Nhập đại biểu nhiệm kỳ {term}', en: 'Delegates of the term {term}' },
  roll: { vi: 'Thêm nhiều người vào danh sách bỏ phiếu', en: 'Several people added to the roll' },
  importedBy: { vi: '{moment}, {name}', en: '{moment}, {name}' },
  committees: { vi: '{count} cấp ủy', en: '{count} {count|committee|committees}' },
  people: { vi: '{count} người', en: '{count} {count|person|people}' },
  seats: { vi: '{count} vị trí cấp ủy viên', en: '{count} {count|seat|seats}' },
  added: { vi: 'Đã thêm {list}.', en: 'Added {list}.' },
  changed: { vi: 'Đã sửa {list}.', en: 'Changed {list}.' },
  moved: { vi: 'Đã chuyển cấp trên {list}.', en: 'Moved {list} to another superior.' },
  ended: { vi: 'Đã kết thúc {list}.', en: 'Ended {list}.' },
  leftOnRoll: { vi: 'Còn {count} người trong danh sách.', en: '{count} of them {count|is|are} still on the roll.' },
  takeBackThis: { vi: 'Rút lại lần nhập này', en: 'Take this import back' },
  takeBackOf: { vi: 'Rút lại lần nhập này: {moment}', en: 'Take this import back: {moment}' },
  addedGoes: {
    vi: 'Những gì đã thêm sẽ bị xóa: {list}.',
    en: 'What it added is deleted: {list}.',
  },
  changedReturns: {
    vi: 'Những gì đã sửa, chuyển hoặc kết thúc sẽ trở lại như trước: {list}.',
    en: 'What it changed, moved or ended is as it was before: {list}.',
  },
  delegatesReturn: {
    vi: 'Danh sách đại biểu nhiệm kỳ {term} sẽ trở lại như trước lần nhập này; nếu trước đó chưa có danh sách thì không còn danh sách nào.',
    en: 'The delegates of the term {term} are as they were before this import; where there was no list, there is none again.',
  },
  rollReturns: {
    vi: '{count} người đã thêm trong lần này sẽ được đưa ra khỏi danh sách bỏ phiếu.',
    en: '{count} {count|person|people} added then will be taken off the roll.',
  },
  takenBackBy: { vi: 'Đã rút lại: {moment}, {name}.', en: 'Taken back: {moment}, {name}.' },
  cannotTakeBack: { vi: 'Không rút lại được vì:', en: 'It cannot be taken back:' },
  takenBack: {
    vi: 'Đã rút lại. Mọi thứ trở lại như trước lần nhập ấy.',
    en: 'Taken back. Everything is as it was before that import.',
  },
  takingBack: { vi: 'Đang rút lại…', en: 'Taking it back…' },
} as const satisfies Record<string, LocalText>;
