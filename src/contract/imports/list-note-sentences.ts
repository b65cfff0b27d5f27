import type { ListField } from '../../domain/lists/list-field.ts';
import type { ListNote, ListProblemCode, ListWarningCode } from '../../domain/lists/list-note.ts';
import { titleOf } from '../../domain/lists/list-words.ts';
import { wordFor } from '../../domain/text/fill-places.ts';
import type { LocalText } from '../../domain/text/local-text.ts';

type Code = ListProblemCode | ListWarningCode;

/** What a note is about, as its sentence needs it. */
interface Said {
  readonly text: string;
  /** In quotation marks, parted by commas. */
  readonly texts: string;
  /** The same behind lines, in brackets or after a colon; empty where there are none. */
  readonly inBrackets: string;
  readonly andTexts: string;
  readonly first: string;
  /** "dòng 3, 4, 5 và 12 dòng nữa". */
  readonly lines: LocalText;
  readonly field: LocalText;
}

const openFirst: LocalText = {
  vi: 'Hãy mở tệp bằng Excel, đợi tính xong rồi lưu lại, hoặc gõ thẳng giá trị vào ô.',
  en: 'Open the file in Excel, let it compute and save it, or type the value into the cell.',
};

const sentences: Readonly<Record<Code, (said: Said) => LocalText>> = {
  'missing-column': ({ field, texts }) => ({
    vi: `Thiếu cột “${field.vi}”. Dòng này được hiểu là dòng tiêu đề, có các cột: ${texts}.`,
    en: `The column “${field.en}” is missing. This line was taken for the heading; it has the columns ${texts}.`,
  }),
  'cell-error': ({ text }) => ({
    vi: `Ô này có lỗi ${text} của Excel. Hãy sửa công thức hoặc gõ thẳng giá trị.`,
    en: `This cell shows Excel’s error ${text}. Mend the formula, or type the value.`,
  }),
  'cell-uncomputed': () => ({
    vi: `Ô này có công thức chưa được tính. ${openFirst.vi}`,
    en: `The formula in this cell was never computed. ${openFirst.en}`,
  }),
  'cell-unreadable': ({ text }) => ({
    vi: `Không đọc được ô này: “${text}” không phải là giá trị của một ô danh sách.`,
    en: `This cell cannot be read: “${text}” is no value of a list.`,
  }),
  'worksheet-twice': ({ texts }) => ({
    vi: `Hai trang tính ${texts} có nội dung giống hệt nhau. Hãy xóa một trang tính rồi nhập lại.`,
    en: `The worksheets ${texts} hold the same lines. Delete one of them and import again.`,
  }),
  'only-hidden-worksheet': ({ texts }) => ({
    vi: `Danh sách chỉ có ở trang tính ẩn ${texts}. Hãy bỏ ẩn (chuột phải vào tên trang tính, Unhide) rồi lưu lại.`,
    en: `Only the hidden worksheet ${texts} has the list. Unhide it (right click on its name) and save.`,
  }),
  'worksheet-skipped-with-end': () => ({
    vi: 'Trang tính này không được đọc, nên không thể cho kết thúc những gì “không có trong tệp”. Hãy bỏ ẩn hoặc xóa trang tính này.',
    en: 'This worksheet is not read, so nothing can end for not being in the file. Unhide the worksheet or delete it.',
  }),
  'hidden-rows-with-end': ({ lines }) => ({
    vi: `Có dòng đang bị ẩn hoặc bị lọc (${lines.vi}), nên không thể cho kết thúc những gì “không có trong tệp”. Hãy bỏ lọc, bỏ ẩn.`,
    en: `Lines are hidden or filtered out (${lines.en}), so nothing can end for not being in the file. Show all lines.`,
  }),
  'lines-skipped-with-end': ({ lines, andTexts }) => ({
    vi: `Không chắc các dòng này không phải là người hay cấp ủy (${lines.vi}${andTexts}), nên không thể cho kết thúc những gì “không có trong tệp”. Hãy ghi đủ hoặc xóa các dòng này.`,
    en: `These lines may be somebody or a committee (${lines.en}${andTexts}), so nothing can end for not being in the file. Complete the lines or delete them.`,
  }),
  'headings-differ': ({ lines, texts }) => ({
    vi: `Hai dòng tiêu đề có các cột khác nhau (${lines.vi}); dòng sau có: ${texts}. Hãy để mỗi danh sách ở một trang tính, hoặc dùng cùng các cột.`,
    en: `Two headings have different columns (${lines.en}); the second has ${texts}. Put each list on a worksheet of its own, or give both the same columns.`,
  }),
  'two-lists-differ': ({ texts }) => ({
    vi: `Có hai cột cùng nghĩa (${texts}) mà nội dung khác nhau. Hãy bỏ một cột.`,
    en: `Two columns mean the same (${texts}) and say different things. Take one of them out.`,
  }),
  'name-unclear': ({ first }) => ({
    vi: `Không rõ cột ${first} có phải là phần tên của cột này không. Hãy đặt tiêu đề cho cột ${first}, ví dụ “Tên” hoặc “Ghi chú”.`,
    en: `It is not clear whether column ${first} continues the names of this one. Give column ${first} a title, such as “Tên” or “Ghi chú”.`,
  }),
  'two-names': ({ text }) => ({
    vi: `Ô này có vẻ ghi họ tên của hai người: “${text}”. Hãy ghi mỗi người một dòng, mỗi họ tên trên một hàng của ô.`,
    en: `This cell seems to hold the names of two people: “${text}”. Give each person a line, and write each name on one line of its cell.`,
  }),
  'columns-unclear': ({ texts }) => ({
    vi: `Không rõ cột nào là họ tên, cột nào là chức vụ (đọc được: ${texts}). Hãy thêm dòng tiêu đề “Họ và tên”, “Chức vụ”.`,
    en: `It is not clear which column holds names and which positions (found: ${texts}). Add a line with the titles “Họ và tên” and “Chức vụ”.`,
  }),
  'no-committee-named': ({ lines, texts }) => ({
    vi: `Không rõ danh sách này của cấp ủy nào (${lines.vi}). Hãy thêm cột “Cấp ủy”, hoặc ghi đúng tên cấp ủy ở dòng “Danh sách …” hay ở tên trang tính. Các cột đã có: ${texts}.`,
    en: `It is not clear whose list this is (${lines.en}). Add a column “Cấp ủy”, or name the committee in the title “Danh sách …” or as the worksheet’s name. Columns found: ${texts}.`,
  }),
  'several-worksheets': ({ text, texts }) => ({
    vi: `Ở đây nhập danh sách của một cấp ủy, “${text}”, nhưng tệp có nhiều trang tính có danh sách: ${texts}. Hãy để lại một trang tính.`,
    en: `This is the list of one committee, “${text}”, but several worksheets hold a list: ${texts}. Leave one of them.`,
  }),
  'no-direction-column': () => ({
    vi: 'Không có cột “Yêu cầu”: mọi chỉ tiêu được hiểu là “Từ mức này trở lên”. Chỉ tiêu cần giảm (hộ nghèo …) phải ghi “Không vượt quá”.',
    en: 'There is no column “Direction”: every target is taken for “At least”. Those that are to fall (poverty …) need “At most”.',
  }),
  'another-committee': ({ text, first }) => ({
    vi: `Danh sách này được nhập cho “${first}”, nhưng tệp ghi “${text}”.`,
    en: `This list is brought to “${first}”, but the file names “${text}”.`,
  }),
  'two-digit-year': ({ text }) => ({
    vi: `“${text}” ghi năm hai chữ số, không rõ thế kỷ. Hãy ghi đủ, ví dụ 01/07/2025.`,
    en: `“${text}” has a year of two digits, which may be of either century. Write it in full, for example 01/07/2025.`,
  }),
  'year-only': ({ text }) => ({
    vi: `“${text}” chỉ có năm. Hãy ghi ngày/tháng/năm, ví dụ 01/07/2025.`,
    en: `“${text}” is a year only. Write day/month/year, for example 01/07/2025.`,
  }),
  'month-only': ({ text }) => ({
    vi: `“${text}” chỉ có tháng và năm. Hãy ghi ngày/tháng/năm, ví dụ 01/07/2025.`,
    en: `“${text}” is a month only. Write day/month/year, for example 01/07/2025.`,
  }),
  'unit-contradicts': ({ text, first }) => ({
    vi: `Ô ghi “${text}” theo phần trăm, nhưng đơn vị tính là “${first}”.`,
    en: `The cell shows “${text}” in percent, but the unit is “${first}”.`,
  }),
  'steering-character': ({ text }) => ({
    vi: `Ô này có ký tự không nhìn thấy được (${text}). Hãy gõ lại.`,
    en: `A character that nobody sees (${text}) stands in this cell. Type it anew.`,
  }),
  'unseen-taken-off': ({ lines }) => ({
    vi: `Đã bỏ ký tự không nhìn thấy được trong họ tên: ${lines.vi}.`,
    en: `Characters that nobody sees were taken off names: ${lines.en}.`,
  }),
  'hidden-worksheet': () => ({ vi: 'Trang tính ẩn: không đọc.', en: 'A hidden worksheet: not read.' }),
  'worksheet-without-list': () => ({
    vi: 'Trang tính này không có danh sách: không dùng.',
    en: 'This worksheet holds no list: not used.',
  }),
  'hidden-rows': ({ lines }) => ({
    vi: `Dòng bị ẩn hoặc bị lọc: không đọc ${lines.vi}.`,
    en: `Hidden or filtered out, not read: ${lines.en}.`,
  }),
  'hidden-column': ({ texts }) => ({ vi: `Cột ẩn, không dùng: ${texts}.`, en: `Hidden columns, not used: ${texts}.` }),
  'hidden-column-used': ({ texts }) => ({
    vi: `Cột ẩn nhưng được dùng vì không có cột nào khác: ${texts}.`,
    en: `Hidden columns, used as no other has what they hold: ${texts}.`,
  }),
  'untitled-column': ({ texts }) => ({
    vi: `Cột không có tiêu đề, không dùng; trong cột có: ${texts}.`,
    en: `A column without a title, not used; it holds ${texts}.`,
  }),
  'unused-column': ({ texts }) => ({
    vi: `Cột này không được dùng đến${texts === '' ? '' : `; trong cột có: ${texts}`}.`,
    en: `This column is not used${texts === '' ? '' : `; it holds ${texts}`}.`,
  }),
  'period-column': ({ texts }) => ({
    vi: `Cột này ghi hai ngày trong một ô nên không dùng được${texts === '' ? '' : ` (${texts})`}. Hãy tách thành “Từ ngày” và “Đến ngày” nếu cần.`,
    en: `Two days stand in one cell of this column, which is not used${texts === '' ? '' : ` (${texts})`}. Part it into “Từ ngày” and “Đến ngày” where they matter.`,
  }),
  'title-lines': ({ lines, inBrackets }) => ({
    vi: `Được hiểu là tiêu đề của danh sách: ${lines.vi}${inBrackets}.`,
    en: `Taken for titles of the list: ${lines.en}${inBrackets}.`,
  }),
  'numbering-lines': ({ lines }) => ({
    vi: `Được hiểu là dòng đánh số cột: ${lines.vi}.`,
    en: `Taken for the numbers of columns: ${lines.en}.`,
  }),
  'repeated-headings': ({ lines }) => ({
    vi: `Tiêu đề cột lặp lại, bỏ qua: ${lines.vi}.`,
    en: `The heading stands again, skipped: ${lines.en}.`,
  }),
  'group-lines': ({ lines, inBrackets }) => ({
    vi: `Được hiểu là dòng nhóm: ${lines.vi}${inBrackets}.`,
    en: `Taken for lines that name a group: ${lines.en}${inBrackets}.`,
  }),
  'total-lines': ({ lines, inBrackets }) => ({
    vi: `Được hiểu là dòng cộng: ${lines.vi}${inBrackets}.`,
    en: `Taken for totals: ${lines.en}${inBrackets}.`,
  }),
  'closing-lines': ({ lines, inBrackets }) => ({
    vi: `Được hiểu là lời kết của danh sách: ${lines.vi}${inBrackets}.`,
    en: `Taken for the closing words of the list: ${lines.en}${inBrackets}.`,
  }),
  'signature-lines': ({ lines, inBrackets }) => ({
    vi: `Được hiểu là phần ký, nơi nhận: ${lines.vi}${inBrackets}.`,
    en: `Taken for signatures and recipients: ${lines.en}${inBrackets}.`,
  }),
  'example-lines': ({ lines }) => ({
    vi: `Dòng ví dụ của mẫu, bỏ qua: ${lines.vi}.`,
    en: `Examples of the template, skipped: ${lines.en}.`,
  }),
  'other-lines': ({ lines, inBrackets }) => ({
    vi: `Không có gì của danh sách, bỏ qua: ${lines.vi}${inBrackets}.`,
    en: `Nothing of the list stands there, skipped: ${lines.en}${inBrackets}.`,
  }),
  'same-column-twice': () => ({
    vi: 'Cột này giống hệt một cột khác: chỉ đọc một.',
    en: 'This column says the same as another: only one is read.',
  }),
  'error-in-unused-column': ({ lines, texts }) => ({
    vi: `Có ô lỗi hoặc chưa tính ở cột không dùng (${texts}): ${lines.vi}.`,
    en: `Errors or formulas that were not computed stand in columns that are not used (${texts}): ${lines.en}.`,
  }),
  'committee-of-group': ({ texts }) => ({
    vi: `Cấp ủy lấy theo dòng nhóm phía trên: ${texts}.`,
    en: `The committee is taken from the group line above: ${texts}.`,
  }),
  'committee-of-title': ({ text }) => ({
    vi: `Không có cột “Cấp ủy”: lấy theo tiêu đề của danh sách, “${text}”.`,
    en: `There is no column for the committee: taken from the title, “${text}”.`,
  }),
  'committee-of-worksheet': ({ text }) => ({
    vi: `Không có cột “Cấp ủy”: lấy theo tên trang tính, “${text}”.`,
    en: `There is no column for the committee: taken from the worksheet’s name, “${text}”.`,
  }),
  'name-joined': ({ texts }) => ({
    vi: `Họ tên ghép từ các cột ${texts}.`,
    en: `Names are put together from the columns ${texts}.`,
  }),
  'positions-joined': ({ texts }) => ({
    vi: `Chức vụ ghép từ các cột ${texts}.`,
    en: `Positions are put together from the columns ${texts}.`,
  }),
  'columns-by-place': ({ texts }) => ({
    vi: `Không có dòng tiêu đề: hiểu theo nội dung từng cột (${texts}).`,
    en: `There is no heading: the columns were told by what they hold (${texts}).`,
  }),
  'honorific-taken-off': ({ lines, texts }) => ({
    vi: `Bỏ lời xưng hô trước họ tên: ${lines.vi} (${texts}).`,
    en: `The form of address before the name was taken off: ${lines.en} (${texts}).`,
  }),
  'honorific-kept': ({ lines, texts }) => ({
    vi: `Chữ đầu được hiểu là họ, không phải lời xưng hô: ${lines.vi} (${texts}).`,
    en: `The first word was taken for a family name, not a form of address: ${lines.en} (${texts}).`,
  }),
  'number-taken-off': ({ lines, texts }) => ({
    vi: `Bỏ số thứ tự trước họ tên: ${lines.vi} (${texts}).`,
    en: `The number before the name was taken off: ${lines.en} (${texts}).`,
  }),
  'birth-year-of-name': ({ lines, texts }) => ({
    vi: `Năm sinh ghi cùng ô họ tên đã được tách ra: ${lines.vi} (${texts}).`,
    en: `The year of birth was taken out of the cell of the name: ${lines.en} (${texts}).`,
  }),
  'name-in-capitals': ({ lines, texts }) => ({
    vi: `Họ tên viết toàn chữ hoa: ${lines.vi}. Có thể viết lại theo lối thường (${texts}).`,
    en: `Names in capitals: ${lines.en}. They can be written the usual way (${texts}).`,
  }),
  'name-written-usually': ({ lines, texts }) => ({
    vi: `Họ tên viết toàn chữ hoa được viết lại theo lối thường: ${lines.vi} (${texts}).`,
    en: `Names in capitals are written the usual way: ${lines.en} (${texts}).`,
  }),
  alternates: ({ lines }) => ({
    vi: `Đại biểu dự khuyết: ${lines.vi}. Nếu nhập, các đồng chí này cũng được bỏ phiếu; hãy xóa các dòng này nếu họ không được triệu tập thay.`,
    en: `Alternates: ${lines.en}. They would vote like everybody else; delete the lines unless they were called in place of others.`,
  }),
  'count-differs': ({ text, first }) => ({
    vi: `Dòng này ghi ${text} người, nhưng danh sách có ${first} người được đọc.`,
    en: `This line counts ${text} ${wordFor(Number(text), 'person', 'people')}, but ${first} ${wordFor(Number(first), 'was', 'were')} read from the list.`,
  }),
  'stays-unnamed': ({ text, texts }) => ({
    vi: `Đang tham gia cấp ủy nhưng không có trong danh sách này: ${text} người (${texts}). Vị trí của họ giữ nguyên; ai đã thôi thì ghi ngày thôi tham gia.`,
    en: `In the committee but not in this list: ${text} (${texts}). Their seats stay as they are; end the seat of whoever has left.`,
  }),
  'numbers-begin-again': ({ lines }) => ({
    vi: `Số thứ tự bắt đầu lại (${lines.vi}): thứ tự lấy theo thứ tự các dòng.`,
    en: `The running numbers begin again (${lines.en}): the order is that of the lines.`,
  }),
};

/** So many lines are named. */
const namedLines = 8;

export function listNoteText(note: ListNote): LocalText {
  return sentences[note.code](saidOf(note));
}

function saidOf({ text, texts, lines, line, field }: ListNote): Said {
  const all = lines.length > 0 ? lines : line === null ? [] : [line];
  const numbers = rangesOf(all.slice(0, namedLines));
  const more = all.length - namedLines;
  const quoted = texts.map((one) => `“${one}”`).join(', ');
  return {
    text,
    texts: quoted,
    inBrackets: quoted === '' ? '' : ` (${quoted})`,
    andTexts: quoted === '' ? '' : `: ${quoted}`,
    first: texts[0] ?? '',
    field: labelOf(field),
    lines: {
      vi: `dòng ${numbers}${more > 0 ? ` và ${more} dòng nữa` : ''}`,
      en: `${wordFor(all.length, 'line', 'lines')} ${numbers}${more > 0 ? ` and ${more} more` : ''}`,
    },
  };
}

/** 3, 4, 5, 9 as "3–5, 9". */
function rangesOf(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === line) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function labelOf(field: ListField | null): LocalText {
  return titleOf(field) ?? { vi: '', en: '' };
}

/** What stands after the notes that are shown where there are more. */
export function andMore(count: number): LocalText {
  return { vi: `… và ${count} chỗ nữa.`, en: `… and ${count} more.` };
}
