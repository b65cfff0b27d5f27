import type { RosterNote, RosterProblemCode, RosterWarningCode } from '../../domain/roster/roster-note.ts';
import type { Spellings } from '../../domain/roster/spellings.ts';
import type { LocalText } from '../../domain/text/local-text.ts';

const useUnicode = {
  vi: 'Hãy chuyển bảng sang Unicode (phông Times New Roman) rồi nhập lại.',
  en: 'Convert the sheet to Unicode and import it again.',
};

const sentences: Readonly<Record<RosterProblemCode | RosterWarningCode, (detail: string) => LocalText>> = {
  'no-header': () => ({
    vi: 'Không thấy dòng tiêu đề có đủ các cột Cấp ủy, Họ và tên, Chức vụ.',
    en: 'There is no header line with the columns Committee, Full name, Position.',
  }),
  'no-participants': () => ({
    vi: 'Không thấy danh sách nào có cột Họ và tên, Chức vụ.',
    en: 'There is no list with the columns Full name and Position.',
  }),
  'repeated-column': (detail) => ({ vi: `Cột ${detail} có hai lần.`, en: `The column ${detail} stands twice.` }),
  'no-people': () => ({ vi: 'Dưới dòng tiêu đề không có ai.', en: 'There is nobody below the header line.' }),
  'missing-value': () => ({ vi: 'Ô này không được để trống.', en: 'This cell must not be empty.' }),
  'unknown-committee': (detail) => ({ vi: `Không có cấp ủy "${detail}".`, en: `There is no committee "${detail}".` }),
  'ambiguous-committee': (detail) => ({
    vi: `Có nhiều cấp ủy tên này. Hãy ghi một trong: ${detail}.`,
    en: `Several committees have this name. Write one of: ${detail}.`,
  }),
  'bad-text': () => ({ vi: 'Ô này phải là một dòng chữ ngắn.', en: 'This cell must be a short line of text.' }),
  'bad-name': (detail) => ({ vi: `"${detail}" không phải là họ và tên.`, en: `"${detail}" is not a name.` }),
  'unprintable-letter': (detail) => ({
    vi: `Không in được chữ ${detail}. Hãy viết bằng chữ cái La-tinh, như trên giấy tờ tiếng Việt.`,
    en: `The letter ${detail} cannot be printed. Write it in Latin letters, as Vietnamese documents do.`,
  }),
  'own-name': (detail) => ({
    vi: `"${detail}" là họ tên của chính người nhập, không có mã hay năm sinh để phân biệt. Nếu là người khác, hãy ghi mã hoặc năm sinh, hay nhờ người khác nhập.`,
    en: `"${detail}" is the importer's own name, and neither code nor year of birth tells them apart. For somebody else give one of them, or let another person import the list.`,
  }),
  'bad-order': (detail) => ({
    vi: `"${detail}" không phải là số thứ tự (1, 2, 3 …).`,
    en: `"${detail}" is not an order (1, 2, 3 …).`,
  }),
  'bad-date': (detail) => ({
    vi: `"${detail}" không phải là ngày có thật. Hãy ghi ngày/tháng/năm, ví dụ 01/07/2025.`,
    en: `"${detail}" is not an existing date. Write day/month/year, for example 01/07/2025.`,
  }),
  'ends-before-it-begins': (detail) => ({
    vi: `Ngày kết thúc trước ngày bắt đầu ${detail}.`,
    en: `It ends before it begins on ${detail}.`,
  }),
  'bad-code': (detail) => ({ vi: `"${detail}" không phải là mã.`, en: `"${detail}" is not a code.` }),
  'code-of-another-name': (detail) => ({
    vi: `Mã này là của "${detail}".`,
    en: `This code belongs to "${detail}".`,
  }),
  'bad-birth-year': (detail) => ({
    vi: `"${detail}" không phải là năm sinh. Hãy ghi năm, ví dụ 1975, hoặc ngày/tháng/năm.`,
    en: `"${detail}" is not a year of birth. Write the year, for example 1975, or day/month/year.`,
  }),
  'another-birth-year': (detail) => ({
    vi: `Cùng mã nhưng khác năm sinh với dòng ${detail}.`,
    en: `The same code as on line ${detail}, but another year of birth.`,
  }),
  'second-seat': (detail) => ({
    vi: `Người này đã có trong cùng cấp ủy, cùng thời gian, ở dòng ${detail}.`,
    en: `This person already has a seat in this committee at the same time, on line ${detail}.`,
  }),
  'no-sheet': () => ({
    vi: 'Tệp không có bảng nào có các cột của danh sách cấp ủy hay danh sách cấp ủy viên.',
    en: 'No sheet of the file has the columns of a list of committees or of a list of seats.',
  }),
  'unknown-rank': (detail) => ({ vi: `Không có cấp "${detail}".`, en: `There is no rank "${detail}".` }),
  'rank-ended': () => ({
    vi: 'Cấp này không còn: cấp ủy thành lập sau ngày đó không được ghi vào cấp này.',
    en: 'This rank has ended: no committee that came into being later can be given it.',
  }),
  'same-committee': (detail) => ({
    vi: `Cấp ủy này đã có ở dòng ${detail}.`,
    en: `This committee stands on line ${detail} already.`,
  }),
  'superior-cycle': () => ({
    vi: 'Cấp ủy không thể ở dưới chính mình hoặc dưới cấp ủy trực thuộc mình.',
    en: 'A committee cannot be below itself or below one of its own.',
  }),
  'superior-ended': (detail) => ({
    vi: `Cấp ủy cấp trên của "${detail}" đã kết thúc.`,
    en: `The superior of "${detail}" has ended.`,
  }),
  'director-ended': (detail) => ({
    vi: `Cấp ủy ngành cấp trên của "${detail}" đã kết thúc.`,
    en: `The committee that "${detail}" follows has ended.`,
  }),
  'committee-ended': (detail) => ({
    vi: `Cấp ủy "${detail}" đã kết thúc.`,
    en: `The committee "${detail}" has ended.`,
  }),
  'committee-name-taken': (detail) => ({
    vi: `Dưới cùng cấp ủy cấp trên có hai cấp ủy tên "${detail}".`,
    en: `Below one superior there would be two committees called "${detail}".`,
  }),
  'committee-code-taken': (detail) => ({
    vi: `Mã "${detail}" là của hai cấp ủy.`,
    en: `The code "${detail}" would belong to two committees.`,
  }),
  'date-in-future': (detail) => ({
    vi: `Ngày ${detail} chưa đến: việc sắp xếp lại chỉ ghi khi đã có hiệu lực.`,
    en: `${detail} is still to come: a reorganisation is entered once it holds.`,
  }),
  'date-too-early': (detail) => ({
    vi: `"${detail}": ngày này trước lần thay đổi gần nhất hoặc trước khi cấp ủy thành lập.`,
    en: `"${detail}": this day lies before the last change, or before the committee existed.`,
  }),
  'begins-later': (detail) => ({
    vi: `Vị trí cấp ủy viên của "${detail}" bắt đầu sau ngày phải kết thúc; hãy sửa vị trí đó trước.`,
    en: `The seat of "${detail}" begins after the day on which it would end; correct it first.`,
  }),
  'legacy-tcvn3': (detail) => ({
    vi: `"${detail}" gõ bằng bảng mã TCVN3 (ABC). ${useUnicode.vi}`,
    en: `"${detail}" is written in the old code TCVN3 (ABC). ${useUnicode.en}`,
  }),
  'legacy-vni': (detail) => ({
    vi: `"${detail}" gõ bằng bảng mã VNI. ${useUnicode.vi}`,
    en: `"${detail}" is written in the old code VNI. ${useUnicode.en}`,
  }),
  'legacy-misread': (detail) => ({
    vi: `"${detail}" bị đọc sai bảng mã. Hãy lưu lại tệp gốc dạng CSV UTF-8 hoặc .xlsx.`,
    en: `"${detail}" was read in the wrong code. Save the original again as CSV UTF-8 or .xlsx.`,
  }),
  'legacy-lost': (detail) => ({
    vi: `"${detail}" đã mất chữ có dấu khi lưu. Hãy lưu lại tệp gốc dạng CSV UTF-8 hoặc .xlsx.`,
    en: `"${detail}" lost letters when it was saved. Save the original again as CSV UTF-8 or .xlsx.`,
  }),
  'ignored-column': () => ({ vi: 'Cột này không được dùng đến.', en: 'This column is not used.' }),
  'same-name': (detail) => ({
    vi: `Cùng họ tên với dòng ${detail} trong cùng cấp ủy: được hiểu là hai người.`,
    en: `The same name in the same committee as on line ${detail}: taken for two people.`,
  }),
  'same-name-elsewhere': (detail) => ({
    vi: `Cùng họ tên với dòng ${detail} ở cấp ủy khác, không cùng mã: được hiểu là hai người.`,
    en: `The same name as on line ${detail} in another committee, without a common code: taken for two people.`,
  }),
  'same-name-as-known': () => ({
    vi: 'Cấp ủy này đã có người cùng họ tên: được hiểu là người khác.',
    en: 'The committee already has somebody of this name: taken for another person.',
  }),
  'same-order': (detail) => ({ vi: `Cùng thứ tự với dòng ${detail}.`, en: `The same order as on line ${detail}.` }),
  'code-added': () => ({ vi: 'Bổ sung mã cho người đã có.', en: 'Gives a code to somebody already known.' }),
  'code-lost-zero': (detail) => ({
    vi: `Đã có người cùng họ tên mang mã ${detail}: mã ở đây có lẽ đã mất số 0 đứng đầu. Được hiểu là hai người; nếu là một, hãy sửa mã.`,
    en: `Somebody of this name has the code ${detail}: this one seems to have lost its leading zeros. Taken for two people; if they are one, correct the code.`,
  }),
  'same-code': (detail) => ({
    vi: `Cùng mã với dòng ${detail}: là một người, chỉ tính một lần.`,
    en: `The same code as on line ${detail}: one person, counted once.`,
  }),
  alike: (detail) => ({
    vi: `Cùng họ tên và chức vụ với dòng ${detail}, không có mã hay năm sinh để phân biệt: được hiểu là hai người.`,
    en: `The same name and position as on line ${detail}, and neither codes nor years of birth that differ: taken for two people.`,
  }),
  'holds-a-seat': () => ({
    vi: 'Trong cấp ủy có người cùng họ tên đang giữ vị trí cấp ủy viên: được hiểu là hai người, tính hai lần. Nếu là một người, hãy ghi mã cá nhân như trong danh sách cấp ủy viên để chỉ tính một lần.',
    en: 'Somebody holds a seat in the committee under this name: taken for two people, counted twice. If they are one, give the personal code of the list of seats, so that they are counted once.',
  }),
  'known-birth-year': (detail) => ({
    vi: `Người mang mã này đã ghi sinh năm ${detail}: giữ năm đó.`,
    en: `Whoever has this code is known to be born in ${detail}: that year is kept.`,
  }),
  'birth-year-changed': (detail) => ({
    vi: `Sửa năm sinh của người đã có; trước là ${detail}.`,
    en: `Changes the year of birth of somebody already known, which was ${detail}.`,
  }),
  'name-respelt': (detail) => ({
    vi: `Viết lại tên của người đã có; trước viết là "${detail}".`,
    en: `Writes the name of somebody already known anew; it was written "${detail}".`,
  }),
  'kept-as-known': (detail) => ({
    vi: `Đã ghi "${detail}" và người này không chỉ đang tham gia cấp ủy của văn phòng: giữ họ tên, năm sinh và mã đã ghi. Quản trị viên sửa được.`,
    en: `Known as "${detail}", who does not sit in the office's own committee alone: name, year of birth and code are kept as known. An administrator can change them.`,
  }),
  'seat-changed': () => ({
    vi: 'Sửa chức vụ, thứ tự hoặc thời gian của người đã có.',
    en: 'Changes position, order or dates of somebody already known.',
  }),
};

/** What a note says; what it quotes is cut to a readable length. */
export function rosterNoteText({ code, text, spellings, choices }: RosterNote): LocalText {
  const { vi, en } = sentences[code](quoted(text));
  const more = choices === null ? spellingsText(spellings) : choicesText(choices);
  return { vi: vi + more.vi, en: en + more.en };
}

function choicesText({ vi, en }: LocalText): LocalText {
  return { vi: ` Hãy ghi một trong: ${vi}.`, en: ` Write one of: ${en}.` };
}

/** Quotes both where they are written differently, so that one sees what differs. */
function spellingsText(spellings: Spellings | null): LocalText {
  if (spellings === null || spellings.written === spellings.known) return { vi: '', en: '' };
  const [here, there] = [quoted(spellings.written), quoted(spellings.known)];
  return { vi: ` Ở đây viết "${here}"; đã có "${there}".`, en: ` Written here: "${here}"; there already: "${there}".` };
}

function quoted(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
