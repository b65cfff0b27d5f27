import fc from 'fast-check';
import { familyNames, givenNames, middleNames } from './names.ts';
import { csvText } from './rosters.ts';
import { type CellPlan, columnLetters, type RowPlan, serialOf, type WorksheetLayout, workbookOf } from './workbook.ts';

/** Somebody in a list as it is meant. */
export interface Member {
  readonly committee: string;
  readonly name: readonly [family: string, middle: string, given: string];
  readonly party: string;
  readonly state: string;
  readonly code: string;
  /** ISO. */
  readonly from: string;
  readonly birthYear: number;
}

/** How an office writes a list down. */
export interface Looks {
  readonly committeeIn: 'column' | 'merged-column' | 'title' | 'worksheet' | 'group';
  readonly nameIn: 'one' | 'two' | 'two-merged' | 'three' | 'three-merged';
  readonly positionIn: 'one' | 'two' | 'two-merged';
  readonly dates: 'none' | 'format' | 'system' | 'plain' | 'written' | 'text' | 'text-with-time';
  readonly codes: 'none' | 'text' | 'number';
  readonly number: 'none' | 'number' | 'text';
  readonly isTwoLines: boolean;
  readonly areTitlesMerged: boolean;
  readonly hasNumbering: boolean;
  readonly hasGroups: boolean;
  readonly hasTotal: boolean;
  readonly hasClosing: boolean;
  readonly hasSignature: boolean;
  readonly hasHonorific: boolean;
  readonly hasRemarks: boolean;
  readonly hasGaps: boolean;
  /** What a list of titles in other words stands before, counted from the end; null where there is one heading alone. */
  readonly secondHeading: number | null;
  readonly hasBirthYears: boolean;
  readonly hidden: 'none' | 'before' | 'after';
  /** What is wrong with one line of the list. */
  readonly flaw: 'none' | 'no-position' | 'no-name' | 'uncomputed' | 'uncomputed-name' | 'error';
  /** Which line that is. */
  readonly flawAt: number;
  readonly titles: readonly string[];
  /** Which of several ways a column is called. */
  readonly wording: number;
  /** Shuffles columns. */
  readonly order: readonly number[];
}

export type FileLooks =
  | {
      readonly kind: 'workbook';
      readonly is1904: boolean;
      readonly isStrict: boolean;
      readonly strings: 'inline' | 'shared';
      readonly hasAddresses: boolean;
      readonly prefix: string;
    }
  | {
      readonly kind: 'text';
      readonly delimiter: string;
      readonly encoding: 'utf-8' | 'utf-8-mark' | 'utf-16' | 'utf-16-unmarked';
    };

export interface OfficeList {
  readonly members: readonly Member[];
  readonly looks: Looks;
  readonly file: FileLooks;
}

export const committeesOfLists = ['Đảng bộ xã An Hòa', 'Đảng bộ xã Phú Túc', 'Chi bộ ấp Giồng Trôm'] as const;
const committeeNames: ReadonlySet<unknown> = new Set(committeesOfLists);
const positions = [
  'Bí thư',
  'Phó Bí thư',
  'Phó Bí thư Thường trực',
  'Ủy viên Ban Thường vụ',
  'Ủy viên Ban Chấp hành',
  'Đảng ủy viên',
];
const offices = [
  '',
  'Chủ tịch UBND xã',
  'Phó Chủ tịch HĐND, Trưởng ban Pháp chế',
  'Trưởng Công an xã',
  'Trưởng ấp; Tổ trưởng',
  'Hiệu trưởng',
];
/** Names that begin like what is nobody. */
const tellingFamilies = ['Danh', 'Cộng', 'Tổng', 'Ban', 'Ký', 'Mai', 'Phan', 'Đoàn', 'Lưu', 'Ông'];
const above = ['ĐẢNG BỘ TỈNH BẾN TRE', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'BAN TỔ CHỨC'];
const below = ['Nhiệm kỳ 2025 - 2030', '(Kèm theo Quyết định số 12-QĐ/TU ngày 01/7/2025)', 'Đơn vị tính: đồng chí'];

const members = fc
  .uniqueArray(
    fc.record({
      committee: fc.nat(2),
      family: fc.oneof(fc.constantFrom(...familyNames), fc.constantFrom(...tellingFamilies)),
      middle: fc.constantFrom(...middleNames),
      given: fc.constantFrom(...givenNames),
      party: fc.constantFrom(...positions),
      state: fc.constantFrom(...offices),
      code: fc.integer({ min: 1, max: 99_999_999_999 }),
      from: fc.integer({ min: 0, max: 20_000 }),
      birthYear: fc.integer({ min: 1950, max: 2005 }),
    }),
    { minLength: 2, maxLength: 14, selector: ({ code }) => code },
  )
  .map((drawn) => drawn.sort((a, b) => a.committee - b.committee));

const looks: fc.Arbitrary<Looks> = fc.record({
  committeeIn: fc.constantFrom('column', 'merged-column', 'title', 'worksheet', 'group'),
  nameIn: fc.constantFrom('one', 'one', 'two', 'two-merged', 'three', 'three-merged'),
  positionIn: fc.constantFrom('one', 'two', 'two-merged'),
  dates: fc.constantFrom('none', 'format', 'system', 'plain', 'written', 'text', 'text-with-time'),
  codes: fc.constantFrom('none', 'text', 'number'),
  number: fc.constantFrom('none', 'number', 'text'),
  isTwoLines: fc.boolean(),
  areTitlesMerged: fc.boolean(),
  hasNumbering: fc.boolean(),
  hasGroups: fc.boolean(),
  hasTotal: fc.boolean(),
  hasClosing: fc.boolean(),
  hasSignature: fc.boolean(),
  hasHonorific: fc.boolean(),
  hasRemarks: fc.boolean(),
  hasGaps: fc.boolean(),
  secondHeading: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.nat(3)),
  hasBirthYears: fc.boolean(),
  hidden: fc.constantFrom('none', 'before', 'after'),
  flaw: fc.oneof(
    { weight: 4, arbitrary: fc.constant('none' as const) },
    fc.constantFrom('no-position', 'no-name', 'uncomputed', 'uncomputed-name', 'error'),
  ),
  flawAt: fc.nat(20),
  titles: fc.tuple(fc.subarray(above), fc.subarray(below)).map(([top, rest]) => [...top, '', ...rest]),
  wording: fc.nat(5),
  order: fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }),
});

const files: fc.Arbitrary<FileLooks> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('workbook' as const),
      is1904: fc.boolean(),
      isStrict: fc.boolean(),
      strings: fc.constantFrom('inline' as const, 'shared' as const),
      hasAddresses: fc.boolean(),
      prefix: fc.constantFrom('', '', 'x:'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      encoding: fc.constantFrom('utf-8' as const, 'utf-8-mark' as const, 'utf-16' as const, 'utf-16-unmarked' as const),
    }),
  },
);

/** Lists as offices write them, of whoever and in whatever way. */
export const officeLists: fc.Arbitrary<OfficeList> = fc
  .record({ drawn: members, looks, file: files })
  .map(({ drawn, looks: drawnLooks, file }) => {
    const one = file.kind === 'text' ? withoutMerges(drawnLooks) : drawnLooks;
    const isOfOne = one.committeeIn === 'title' || (one.committeeIn === 'worksheet' && file.kind === 'text');
    return {
      looks: { ...one, committeeIn: isOfOne ? 'title' : one.committeeIn },
      file,
      members: drawn.map(({ committee, family, middle, given, party, state, code, from, birthYear }) => ({
        committee: committeesOfLists[isOfOne ? 0 : committee] ?? committeesOfLists[0],
        name: [family, middle, given],
        party,
        state,
        code: String(code).padStart(12, '0'),
        from: new Date(Date.UTC(1970, 0, 1 + from)).toISOString().slice(0, 10),
        birthYear,
      })),
    };
  });

/** Text has no merged cells: whoever saves it so has one line of titles. */
function withoutMerges(looks: Looks): Looks {
  const plain = { 'two-merged': 'two', 'three-merged': 'three' } as const;
  return {
    ...looks,
    // What was never computed, or is wrong, is saved as nothing or as a word.
    flaw: looks.flaw === 'no-position' || looks.flaw === 'none' ? looks.flaw : 'none',
    isTwoLines: false,
    nameIn: looks.nameIn === 'two-merged' || looks.nameIn === 'three-merged' ? plain[looks.nameIn] : looks.nameIn,
    positionIn: looks.positionIn === 'two-merged' ? 'two' : looks.positionIn,
    committeeIn: looks.committeeIn === 'merged-column' ? 'column' : looks.committeeIn,
  };
}

const causes = {
  none: null,
  'no-position': 'missing-value',
  'no-name': 'missing-value',
  uncomputed: 'cell-uncomputed',
  'uncomputed-name': 'cell-uncomputed',
  error: 'cell-error',
} as const satisfies Record<Looks['flaw'], string | null>;

/** Why a list has to be refused; null where it is sound. */
export function causeOf({ looks: { flaw } }: OfficeList): string | null {
  return causes[flaw];
}

/** What each line of the list says, from the top. */
export function meantBy({ members: all, looks: { dates, codes, hasBirthYears, number, committeeIn } }: OfficeList) {
  // Without running numbers the order is that of the lines of each committee.
  const isOfEach = number === 'none' || committeeIn === 'worksheet';
  const orderOf = (one: Member) =>
    1 + (isOfEach ? all.filter(({ committee }) => committee === one.committee) : all).indexOf(one);
  const orders = all.map(orderOf);
  return all.map(({ committee, name, party, state, code, from, birthYear }, at) => ({
    committee,
    order: orders[at],
    name: name.join(' '),
    position: [party, state].filter((part) => part !== '').join(', '),
    code: codes === 'none' ? null : code,
    from: dates === 'none' ? null : from,
    birthYear: hasBirthYears ? birthYear : null,
  }));
}

export function fileOf(list: OfficeList): Uint8Array {
  const { looks: of, file } = list;
  const visible =
    of.committeeIn === 'worksheet'
      ? [...new Set(list.members.map(({ committee }) => committee))].map((committee) => sheetOf(list, committee))
      : [sheetOf(list, null)];
  if (file.kind === 'text') return textOf(visible[0]?.rows ?? [], file);
  const old: WorksheetLayout = { name: 'Danh sách cũ', state: 'hidden', rows: visible[0]?.rows ?? [] };
  const sheets = of.hidden === 'before' ? [old, ...visible] : of.hidden === 'after' ? [...visible, old] : visible;
  return workbookOf({ ...file, sheets });
}

function textOf(
  rows: WorksheetLayout['rows'],
  { delimiter, encoding }: Extract<FileLooks, { kind: 'text' }>,
): Uint8Array {
  const text = csvText(
    rows.map((row) => ('cells' in row ? row.cells : row).map(written)),
    delimiter,
  );
  if (encoding === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16-unmarked') return Buffer.from(text, 'utf16le');
  return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
}

/** As a spreadsheet program saves what it shows. */
function written(cell: CellPlan): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('iso' in cell) return cell.iso.slice(0, 10).split('-').reverse().join('/');
  if ('number' in cell && cell.format === codeFormat) return String(cell.number).padStart(12, '0');
  if ('number' in cell)
    return new Date(Date.UTC(1899, 11, 30 + cell.number)).toISOString().slice(0, 10).split('-').reverse().join('/');
  return '';
}

const codeFormat = '0'.repeat(12);

/** A part of the table that stays together. */
interface Block {
  /** Above titles that share it; of one column: the title itself. */
  readonly title: string;
  /** Below; empty where the title stands for all columns. */
  readonly titles: readonly string[];
  readonly isMerged: boolean;
  readonly of?: 'name' | 'position';
  cells(member: Member, index: number): readonly CellPlan[];
}

function sheetOf(list: OfficeList, committee: string | null): WorksheetLayout {
  const { looks: of } = list;
  const own = committee === null ? list.members : list.members.filter((one) => one.committee === committee);
  const table = new Table(list, own);
  return table.sheet(of.committeeIn === 'worksheet' ? (committee ?? 'Danh sách') : 'Danh sách');
}

class Table {
  readonly #of: Looks;
  readonly #list: OfficeList;
  readonly #members: readonly Member[];
  readonly #blocks: readonly Block[];
  readonly #width: number;
  readonly #rows: RowPlan[] = [];
  readonly #merges: string[] = [];

  constructor(list: OfficeList, members: readonly Member[]) {
    this.#of = list.looks;
    this.#list = list;
    this.#members = members;
    this.#blocks = this.#inOrder(this.#of.wording);
    this.#width = this.#blocks.reduce((sum, { titles }) => sum + Math.max(1, titles.length), 0);
  }

  sheet(name: string): WorksheetLayout {
    this.#title();
    this.#heading(this.#blocks);
    this.#body();
    this.#foot();
    return { name, rows: this.#rows, merges: this.#merges };
  }

  #inOrder(wording: number): Block[] {
    const { number, order, codes, dates, hasRemarks, hasBirthYears, committeeIn } = this.#of;
    const word = (...words: string[]) => words[wording % words.length] ?? '';
    const one = (title: string, cell: (member: Member, index: number) => CellPlan): Block => ({
      ...{ title, titles: [], isMerged: false },
      cells: (member, index) => [cell(member, index)],
    });
    const blocks: Block[] = [
      { ...this.#name(word), of: 'name' },
      { ...this.#position(word), of: 'position' },
    ];
    if (committeeIn === 'column' || committeeIn === 'merged-column') {
      blocks.push(one(word('Cấp ủy', 'Tên đảng bộ', 'Đảng bộ, chi bộ', 'Tên cấp ủy'), ({ committee }) => committee));
    }
    if (codes !== 'none')
      blocks.push(one(word('Mã cá nhân', 'Số CCCD', 'Số định danh cá nhân'), (member) => this.#code(member)));
    if (dates !== 'none')
      blocks.push(one(word('Từ ngày', 'Từ ngày, tháng, năm', 'Ngày bắt đầu'), (member) => this.#date(member)));
    if (hasBirthYears) blocks.push(one(word('Năm sinh', 'Sinh năm', 'Ngày sinh'), ({ birthYear }) => birthYear));
    if (hasRemarks)
      blocks.push(one(word('Ghi chú', 'Dân tộc', 'Giới tính'), (_, index) => (index % 2 === 0 ? 'Kinh' : null)));
    const shuffled = blocks
      .map((block, at) => ({ block, key: order[at] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ block }) => block);
    const counter = one(word('TT', 'STT', 'Số TT'), (_, index) => (number === 'text' ? `${index + 1}.` : index + 1));
    return number === 'none' ? shuffled : [counter, ...shuffled];
  }

  #name(word: (...words: string[]) => string): Block {
    const title = word('Họ và tên', 'HỌ VÀ TÊN', 'Họ, tên', 'Họ tên');
    const honorific = this.#of.hasHonorific ? 'Đ/c ' : '';
    const whole = ({ name: [family, middle, given] }: Member) => `${honorific}${family} ${middle} ${given}`;
    switch (this.#of.nameIn) {
      case 'one':
        return { title, titles: [], isMerged: false, cells: (member) => [whole(member)] };
      case 'two':
      case 'two-merged':
        return {
          ...{ title: 'Họ và tên', titles: [word('Họ và tên đệm', 'Họ và chữ đệm', 'Họ đệm'), 'Tên'] },
          isMerged: this.#of.nameIn === 'two-merged',
          cells: ({ name: [family, middle, given] }) => [`${family} ${middle}`, given],
        };
      default:
        return {
          ...{ title: 'Họ và tên', titles: ['Họ', word('Chữ đệm', 'Tên đệm'), 'Tên'] },
          isMerged: this.#of.nameIn === 'three-merged',
          cells: ({ name }) => [...name],
        };
    }
  }

  #position(word: (...words: string[]) => string): Block {
    const both = ({ party, state }: Member) => (state === '' ? party : `${party}, ${state}`);
    if (this.#of.positionIn === 'one') {
      const title = word('Chức vụ', 'Chức vụ, đơn vị công tác', 'Chức vụ hiện nay', 'Chức danh, chức vụ');
      return { title, titles: [], isMerged: false, cells: (member) => [both(member)] };
    }
    const isMerged = this.#of.positionIn === 'two-merged';
    return {
      title: 'Chức vụ',
      titles: isMerged ? ['Đảng', 'Chính quyền'] : ['Chức vụ Đảng', 'Chức vụ chính quyền'],
      isMerged,
      cells: ({ party, state }) => [party, state === '' ? null : state],
    };
  }

  #code({ code }: Member): CellPlan {
    return this.#of.codes === 'text' ? code : { number: Number(code), format: codeFormat };
  }

  #date({ from }: Member): CellPlan {
    const { file } = this.#list;
    const is1904 = file.kind === 'workbook' && file.is1904;
    const number = serialOf(from, is1904);
    const text = from.split('-').reverse().join('/');
    switch (this.#of.dates) {
      case 'format':
        return { number, format: 'dd/mm/yyyy;@' };
      case 'system':
        return { number: number + (file.kind === 'workbook' ? 0.5 : 0), format: 14 };
      case 'plain':
        return file.kind === 'workbook' ? number : text;
      case 'written':
        return { iso: `${from}T00:00:00` };
      case 'text-with-time':
        return `${text} 00:00:00`;
      default:
        return text;
    }
  }

  #title(): void {
    const { titles, committeeIn, areTitlesMerged } = this.#of;
    const [own] = this.#members;
    const said = committeeIn === 'title' ? ` ${own?.committee.toUpperCase()}` : '';
    for (const title of titles) {
      this.#wide(title === '' ? `DANH SÁCH BAN CHẤP HÀNH${said}` : title, areTitlesMerged);
    }
    if (this.#of.hasGaps) this.#rows.push({ cells: [] });
  }

  #heading(blocks: readonly Block[]): void {
    const top: CellPlan[] = [];
    const bottom: CellPlan[] = [];
    const line = this.#rows.length + 1;
    const isOver = this.#of.isTwoLines || blocks.some(({ isMerged }) => isMerged);
    for (const { title, titles, isMerged } of blocks) {
      const at = top.length;
      if (titles.length === 0 || (!isMerged && isOver)) {
        for (const [offset, one] of (titles.length === 0 ? [title] : titles).entries()) {
          top.push(one);
          bottom.push(null);
          if (isOver)
            this.#merges.push(`${columnLetters(at + offset)}${line}:${columnLetters(at + offset)}${line + 1}`);
        }
        continue;
      }
      if (isMerged) {
        top.push(title, ...titles.slice(1).map(() => null));
        bottom.push(...titles);
        this.#merges.push(`${columnLetters(at)}${line}:${columnLetters(at + titles.length - 1)}${line}`);
      } else top.push(...titles);
    }
    this.#rows.push({ cells: top });
    if (isOver) this.#rows.push({ cells: bottom });
    if (this.#of.hasNumbering)
      this.#rows.push({ cells: top.map((_, at) => (this.#of.wording % 2 === 0 ? at + 1 : `(${at + 1})`)) });
  }

  #body(): void {
    const { committeeIn, hasGroups, hasGaps, secondHeading, wording } = this.#of;
    let committee: string | undefined;
    let groups = 0;
    for (const [index, member] of this.#members.entries()) {
      const isNew = committee !== member.committee;
      // Cells are not merged across the titles of another page.
      if (index > 0 && committeeIn !== 'merged-column' && this.#members.length - index - 1 === secondHeading) {
        this.#heading(this.#inOrder(wording + 1));
      }
      if (isNew && committeeIn === 'group') this.#wide(`${'I'.repeat(++groups)}. ${member.committee}`, true);
      else if (index === 0 && hasGroups) this.#wide('I. BAN THƯỜNG VỤ', true);
      else if (index === 2 && hasGroups && committeeIn !== 'group') this.#wide('II. BAN CHẤP HÀNH', true);
      if (isNew && index > 0 && hasGaps && committeeIn !== 'merged-column') this.#rows.push({ cells: [] });
      committee = member.committee;
      this.#rows.push({ cells: this.#blocks.flatMap((block) => this.#cells(block, member, index)) });
    }
    if (committeeIn === 'merged-column') this.#mergeCommittees();
  }

  /** What stands on a line of the table, with what is wrong with it. */
  #cells(block: Block, member: Member, index: number): readonly CellPlan[] {
    const cells = block.cells(member, index);
    const { flaw, flawAt } = this.#of;
    if (member !== this.#list.members[flawAt % this.#list.members.length]) return cells;
    const isAmiss =
      block.of === 'name'
        ? flaw === 'no-name' || flaw === 'uncomputed' || flaw === 'uncomputed-name' || flaw === 'error'
        : block.of === 'position' && (flaw === 'no-position' || flaw === 'uncomputed' || flaw === 'error');
    if (!isAmiss) return cells;
    if (flaw === 'error') return cells.map(() => ({ error: '#REF!' }));
    return cells.map(() => (flaw === 'uncomputed' || flaw === 'uncomputed-name' ? { formula: 'Cu!B2' } : null));
  }

  /** Only where it stands on lines below each other. */
  #mergeCommittees(): void {
    const column = this.#rows.at(-1)?.cells.findIndex((cell) => committeeNames.has(cell)) ?? 0;
    let top = 0;
    const close = (end: number) => {
      if (end - top < 2) return;
      this.#merges.push(`${columnLetters(column)}${top + 1}:${columnLetters(column)}${end}`);
      for (let at = top + 1; at < end; at++) {
        const row = this.#rows[at];
        if (row !== undefined) this.#rows[at] = { ...row, cells: row.cells.with(column, null) };
      }
    };
    for (let at = 0; at <= this.#rows.length; at++) {
      const here = this.#rows[at]?.cells[column];
      if (here !== undefined && here !== null && here === this.#rows[top]?.cells[column]) continue;
      close(at);
      top = at;
    }
  }

  #foot(): void {
    const { hasTotal, hasClosing, hasSignature } = this.#of;
    const count = this.#members.length;
    if (hasTotal) this.#wide('Tổng cộng', false, [count]);
    if (hasClosing) this.#wide(`Danh sách này có ${count} đồng chí./.`, true);
    if (!hasSignature) return;
    const right = Math.max(0, this.#width - 2);
    for (const text of ['Bến Tre, ngày 01 tháng 7 năm 2025', 'T/M BAN CHẤP HÀNH', 'BÍ THƯ', '', 'Nguyễn Văn Ký']) {
      this.#rows.push({ cells: text === '' ? [] : [...Array.from({ length: right }, () => null), text] });
    }
  }

  #wide(text: string, isMerged: boolean, rest: readonly CellPlan[] = []): void {
    this.#rows.push({ cells: [text, ...rest] });
    const line = this.#rows.length;
    if (isMerged && rest.length === 0 && this.#width > 1)
      this.#merges.push(`A${line}:${columnLetters(this.#width - 1)}${line}`);
  }
}
