import type { ListKind } from '../domain/lists/list-templates.ts';
import type { LocalText } from '../domain/text/local-text.ts';

/** A column of a template beside that of running numbers, and what its guide says of it. */
export interface TemplateColumn {
  readonly title: LocalText;
  /** As what a spreadsheet program keeps it: codes as text, so that no leading zero is lost. */
  readonly kind: 'text' | 'number' | 'day';
  /** In characters. */
  readonly width: number;
  readonly isNeeded: boolean;
  /** Of two lines; empty where nothing is written. */
  readonly examples: readonly [Example, Example];
  readonly how: LocalText;
  readonly use: LocalText;
}

type Example = string | number | LocalText;

export interface TemplateList {
  readonly name: LocalText;
  readonly columns: readonly TemplateColumn[];
}

const dayRule: LocalText = { vi: 'Ngày/tháng/năm, ví dụ 15/08/2025.', en: 'Day/month/year, for example 15/08/2025.' };

const fullName: TemplateColumn = {
  title: { vi: 'Họ và tên', en: 'Full name' },
  kind: 'text',
  width: 28,
  isNeeded: true,
  examples: ['Nguyễn Thị Mai', 'Trần Văn Hùng'],
  how: {
    vi: 'Họ, chữ đệm và tên trong một ô, gõ bằng Unicode, không ghi “Đ/c” hay “Ông”, “Bà” phía trước.',
    en: 'Family, middle and given name in one cell, in Unicode, without “Đ/c”, “Ông” or “Bà” before it.',
  },
  use: {
    vi: 'In trên phiếu và trong biên bản đúng như đã ghi.',
    en: 'Printed on papers and minutes as it is written.',
  },
};

function position(...examples: [Example, Example]): TemplateColumn {
  return {
    title: { vi: 'Chức vụ', en: 'Position' },
    kind: 'text',
    width: 44,
    isNeeded: true,
    examples,
    how: {
      vi: 'Chức vụ, đơn vị công tác; chức vụ trong Đảng ghi trước.',
      en: 'Position and where it is held; the one in the Party first.',
    },
    use: { vi: 'In cạnh họ tên.', en: 'Printed beside the name.' },
  };
}

const code: TemplateColumn = {
  title: { vi: 'Mã cá nhân', en: 'Personal code' },
  kind: 'text',
  width: 18,
  isNeeded: false,
  examples: ['079185000123', ''],
  how: {
    vi: 'Số thẻ đảng, số định danh hoặc mã riêng của cơ quan; cột đã để dạng chữ nên giữ được số 0 ở đầu.',
    en: 'Number of the Party card, of the identity card, or a code of your own; kept as text, leading zeros included.',
  },
  use: {
    vi: 'Phân biệt người trùng họ tên, và nhận ra cùng một người ở nhiều danh sách. Không hiện cho người khác.',
    en: 'Tells people of one name apart and knows one person again in several lists. It is not shown to others.',
  },
};

const birthYear: TemplateColumn = {
  title: { vi: 'Năm sinh', en: 'Year of birth' },
  kind: 'number',
  width: 12,
  isNeeded: false,
  examples: [1975, 1982],
  how: { vi: 'Năm, hoặc ngày sinh; chỉ năm được lưu.', en: 'The year or the day; only the year is kept.' },
  use: {
    vi: 'Phân biệt người trùng họ tên; chỉ hiện khi một danh sách có hai người trùng tên.',
    en: 'Tells people of one name apart; shown only where two of one name stand in one list.',
  },
};

const order: TemplateColumn = {
  title: { vi: 'Thứ tự', en: 'Order' },
  kind: 'number',
  width: 10,
  isNeeded: false,
  examples: [1, 2],
  how: { vi: 'Số nguyên: 1, 2, 3…', en: 'A whole number: 1, 2, 3…' },
  use: {
    vi: 'Thứ tự trên phiếu. Để trống thì xếp sau những người đã có thứ tự.',
    en: 'The order on the ballot paper. Left empty: after those who have one.',
  },
};

const firstDay: TemplateColumn = {
  title: { vi: 'Từ ngày', en: 'From' },
  kind: 'day',
  width: 14,
  isNeeded: false,
  examples: ['2025-08-15', '2025-08-15'],
  how: dayRule,
  use: { vi: 'Ngày bắt đầu là cấp ủy viên.', en: 'First day as a member of the committee.' },
};

const lastDay: TemplateColumn = {
  title: { vi: 'Đến ngày', en: 'To' },
  kind: 'day',
  width: 14,
  isNeeded: false,
  examples: ['', '2026-06-30'],
  how: dayRule,
  use: {
    vi: 'Ngày cuối cùng là cấp ủy viên; để trống khi còn tham gia.',
    en: 'Last day as a member; empty for whoever still is one.',
  },
};

const seats = [
  fullName,
  position(
    { vi: 'Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã', en: 'Secretary of the Party committee' },
    { vi: 'Ủy viên Ban Thường vụ, Chủ tịch Ủy ban nhân dân xã', en: 'Member of the standing committee' },
  ),
  ...[code, birthYear, order, firstDay, lastDay],
];

const committeeColumns: readonly TemplateColumn[] = [
  {
    title: { vi: 'Mã cấp ủy', en: 'Committee code' },
    kind: 'text',
    width: 16,
    isNeeded: false,
    examples: ['BT', 'BT-01'],
    how: { vi: 'Chữ và số, mỗi cấp ủy một mã.', en: 'Letters and digits, one code each.' },
    use: {
      vi: 'Gọi cấp ủy ở các cột khác, và nhận ra cấp ủy khi đổi tên.',
      en: 'Names the committee in other columns, and knows it again after it got another name.',
    },
  },
  {
    title: { vi: 'Tên cấp ủy', en: 'Committee name' },
    kind: 'text',
    width: 36,
    isNeeded: true,
    examples: ['Tỉnh ủy Bến Tre', 'Đảng ủy xã Đại Điền'],
    how: { vi: 'Tên đầy đủ.', en: 'The full name.' },
    use: { vi: 'In ở đầu phiếu và biên bản.', en: 'Printed at the head of papers and minutes.' },
  },
  {
    title: { vi: 'Cấp', en: 'Level' },
    kind: 'text',
    width: 34,
    isNeeded: true,
    examples: [
      { vi: 'Đảng bộ tỉnh, thành phố', en: 'Province or city party committee' },
      { vi: 'Đảng bộ xã, phường, đặc khu', en: 'Commune, ward or special zone party committee' },
    ],
    how: { vi: 'Đúng như ở trang “Các cấp”.', en: 'As the page of levels calls it.' },
    use: { vi: 'Chọn thời hạn và mẫu phiếu theo cấp.', en: 'Deadlines and ballot forms go by it.' },
  },
  {
    title: { vi: 'Ngành', en: 'Sector' },
    kind: 'text',
    width: 14,
    isNeeded: false,
    examples: [
      { vi: 'địa phương', en: 'local' },
      { vi: 'địa phương', en: 'local' },
    ],
    how: { vi: 'Ví dụ: địa phương, quân sự, công an.', en: 'For example local, military, police.' },
    use: { vi: 'Tìm và lọc cấp ủy.', en: 'Committees are found and counted by it.' },
  },
  {
    title: { vi: 'Cấp ủy cấp trên', en: 'Superior' },
    kind: 'text',
    width: 20,
    isNeeded: false,
    examples: ['', 'BT'],
    how: {
      vi: 'Mã hoặc tên của cấp ủy cấp trên trực tiếp; trùng tên thì ghi cả đường: “Tỉnh ủy Bến Tre / Đảng ủy xã Đại Điền”.',
      en: 'Code or name of the directly superior committee; where a name is not the only one, the whole way: “Tỉnh ủy Bến Tre / Đảng ủy xã Đại Điền”.',
    },
    use: { vi: 'Cấp ủy cấp trên xem được kết quả đã công bố.', en: 'The superior sees published results.' },
  },
  {
    title: { vi: 'Cấp ủy ngành cấp trên', en: 'Directed by' },
    kind: 'text',
    width: 22,
    isNeeded: false,
    examples: ['', ''],
    how: {
      vi: 'Mã hoặc tên; chỉ ghi cho quân sự, công an, biên phòng khi theo kế hoạch của ngành.',
      en: 'Code or name; only for military, police and border guard that follow plans of their sector.',
    },
    use: { vi: 'Kế hoạch của cấp ủy ấy áp dụng cho cấp ủy này.', en: 'That committee’s plans hold for this one.' },
  },
  {
    title: { vi: 'Từ ngày', en: 'From' },
    kind: 'day',
    width: 14,
    isNeeded: false,
    examples: ['', '2025-07-01'],
    how: dayRule,
    use: { vi: 'Ngày thành lập.', en: 'First day on which the committee exists.' },
  },
  {
    title: { vi: 'Đến ngày', en: 'To' },
    kind: 'day',
    width: 14,
    isNeeded: false,
    examples: ['', ''],
    how: dayRule,
    use: {
      vi: 'Ngày cuối cùng còn hoạt động; để trống khi còn hoạt động.',
      en: 'Last day of the committee; empty while it stands.',
    },
  },
  {
    title: { vi: 'Sáp nhập vào', en: 'Merged into' },
    kind: 'text',
    width: 20,
    isNeeded: false,
    examples: ['', ''],
    how: { vi: 'Mã hoặc tên.', en: 'Code or name.' },
    use: { vi: 'Cấp ủy kế thừa sau ngày cuối cùng.', en: 'Who carries on after the last day.' },
  },
];

const committeeOfSeat: TemplateColumn = {
  title: { vi: 'Cấp ủy', en: 'Committee' },
  kind: 'text',
  width: 30,
  isNeeded: true,
  examples: ['Đảng ủy xã Đại Điền', 'BT-01'],
  how: {
    vi: 'Tên hoặc mã của cấp ủy, đã có trong hệ thống hoặc ở trang tính bên cạnh.',
    en: 'Name or code of a committee that is known or stands on the other worksheet.',
  },
  use: { vi: 'Đồng chí ở dòng này là cấp ủy viên của cấp ủy ấy.', en: 'The person on the line sits in it.' },
};

const summoned: readonly TemplateColumn[] = [
  fullName,
  position(
    { vi: 'Bí thư Chi bộ ấp An Thuận', en: 'Secretary of a Party cell' },
    { vi: 'Chủ tịch Hội Nông dân xã', en: 'Chair of the commune’s farmers’ union' },
  ),
  ...[code, birthYear],
];

const targets: readonly TemplateColumn[] = [
  {
    title: { vi: 'Chỉ tiêu', en: 'Name' },
    kind: 'text',
    width: 48,
    isNeeded: true,
    examples: [
      { vi: 'Tốc độ tăng giá trị sản xuất bình quân', en: 'Average growth of production' },
      { vi: 'Tỷ lệ hộ nghèo', en: 'Share of poor households' },
    ],
    how: { vi: 'Đúng như nghị quyết; mỗi chỉ tiêu một dòng.', en: 'As in the resolution; one line each.' },
    use: { vi: 'Nhận ra chỉ tiêu khi nhập lại.', en: 'A target is known again by it.' },
  },
  {
    title: { vi: 'Đơn vị tính', en: 'Unit' },
    kind: 'text',
    width: 16,
    isNeeded: false,
    examples: ['%', '%'],
    how: { vi: 'Ví dụ: %, triệu đồng, km.', en: 'For example %, million dong, km.' },
    use: { vi: 'In cạnh con số.', en: 'Printed beside the numbers.' },
  },
  {
    title: { vi: 'Yêu cầu', en: 'Direction' },
    kind: 'text',
    width: 24,
    isNeeded: false,
    examples: [
      { vi: 'Từ mức này trở lên', en: 'At least' },
      { vi: 'Không vượt quá', en: 'At most' },
    ],
    how: {
      vi: '“Từ mức này trở lên” hoặc “Không vượt quá”; để trống là từ mức này trở lên.',
      en: '“At least” or “At most”; empty means at least.',
    },
    use: { vi: 'Biết thế nào là đạt, thế nào là vượt.', en: 'Says what is met and what exceeded.' },
  },
  {
    title: { vi: 'Mục tiêu nghị quyết', en: 'Target' },
    kind: 'number',
    width: 20,
    isNeeded: true,
    examples: [9, 2.5],
    how: {
      vi: 'Một số, hoặc ô dạng phần trăm: 9 và 9% là như nhau.',
      en: 'A number, or a cell shown as a percentage: 9 and 9 % are the same.',
    },
    use: { vi: 'So với con số đạt được.', en: 'Compared with what was reached.' },
  },
  {
    title: { vi: 'Đạt được', en: 'Reached' },
    kind: 'number',
    width: 14,
    isNeeded: false,
    examples: [9.4, ''],
    how: { vi: 'Một số; để trống khi chưa có số liệu.', en: 'A number; empty while it is not known.' },
    use: { vi: 'Hệ thống tự tính vượt, đạt hay chưa đạt.', en: 'Whether exceeded, met or not is worked out from it.' },
  },
];

/** What each template asks for, under the titles that its reader knows. */
export const templateColumns: Readonly<Record<ListKind, readonly TemplateList[]>> = {
  province: [
    { name: { vi: 'Cấp ủy', en: 'Committees' }, columns: committeeColumns },
    { name: { vi: 'Cấp ủy viên', en: 'Seats' }, columns: [committeeOfSeat, ...seats] },
  ],
  roster: [{ name: { vi: 'Cấp ủy viên', en: 'Seats' }, columns: seats }],
  delegates: [
    {
      name: { vi: 'Đại biểu', en: 'Delegates' },
      columns: summoned,
    },
  ],
  participants: [
    {
      name: { vi: 'Người được triệu tập', en: 'Participants' },
      columns: summoned,
    },
  ],
  targets: [{ name: { vi: 'Chỉ tiêu', en: 'Targets' }, columns: targets }],
};
