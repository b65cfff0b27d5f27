import { isBirthYear } from '../roster/person.ts';
import { cleanText } from '../roster/roster-line.ts';
import { withoutDiacritics } from '../text/search-key.ts';
import { isInCapitals } from './line-marks.ts';

/**
 * How names begin where "Ông" before them is no family name: the families that most people bear. Those that are usual
 * middle names, too, say nothing: Ông Văn Hữu Tài is of the family Ông.
 */
const families: ReadonlySet<string> = new Set(
  (
    'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai trương lâm đoàn trịnh hà tô cao ' +
    'châu tạ thái quách lương triệu kiều la lưu thạch danh tăng tống từ ung vương chung diệp đào đồng giang ' +
    'hứa khổng khúc lại lục mạc mạch nghiêm nhan ninh phùng quan tiêu tôn tôn-nữ trang viên âu ân bành bế bạch cù doãn ' +
    'đàm điểu đổng hàn huy kha khuất liêu liễu lữ mã mẫn nông ngụy nhâm ông phí phó quản sầm thân thiều tiết ' +
    "tiền trà trác trầm vi h'hen chu đàng lò lường quàng cầm bàn phàn giàng vàng sùng thào mùa cư"
  ).split(' '),
);

/** Đồng is a family: "Đồng Chí Cường" is somebody, "Đồng chí Cường" and "Đồng Chí Lê Văn Cường" are addressed. */
const comrade =
  /^(?:(?:[đĐ]\s*[/.]\s*[cC]|[đĐ][cC]|[đĐ]ồng chí|[dD]ong chi)(?:\s*[.:]\s*|\s+)(?=\p{L})|(?:Đồng Chí|ĐỒNG CHÍ|Dong Chi|DONG CHI)(?:\s*[.:]\s*(?=\p{L})|\s+(?=\p{L}+\s+\p{L})))/u;
const sirOrMadam = /^(?:ông|bà)(?:\s*[.:]\s*|\s+)(?=\p{L})/iu;
const numbered = /^\(?\d{1,4}\s*[.)/-]\s*(?=\p{L})/u;
const bareFamilies: ReadonlySet<string> = new Set([...families].map(withoutDiacritics));
const isBare = /^\p{ASCII}*$/u;

export interface TakenName {
  readonly name: string;
  readonly birthYear: number | null;
  readonly isNumbered: boolean;
  readonly honorific: 'none' | 'taken-off' | 'kept';
}

/** Whether "Ông" or "Bà" stands before it. */
export function isAddressed(text: string): boolean {
  return sirOrMadam.test(text);
}

/**
 * A name as an office writes it, without the number, the form of address or the year of birth beside it.
 *
 * @param isUsual the list writes "Ông" and "Bà" before its names
 */
export function takeName(text: string, isUsual = false): TakenName {
  const bare = text.replace(numbered, '');
  const addressed = bare.replace(comrade, '');
  const { name, honorific } = withoutSirOrMadam(addressed, isUsual);
  return {
    ...withoutYear(name),
    isNumbered: bare !== text,
    honorific: honorific === 'none' && addressed !== bare ? 'taken-off' : honorific,
  };
}

/**
 * "Ông" is a family name, too: it goes where the list writes it before its names, or where a common family name follows
 * with two words behind it. "Bà" is none.
 */
function withoutSirOrMadam(text: string, isUsual: boolean): { name: string; honorific: TakenName['honorific'] } {
  const found = sirOrMadam.exec(text);
  if (found === null) return { name: text, honorific: 'none' };
  const rest = text.slice(found[0].length);
  const words = rest.split(' ');
  const isAddress = (words.length >= 3 && isOfFamily(rest)) || (words.length >= 2 && (isUsual || /^bà/iu.test(text)));
  return isAddress ? { name: rest, honorific: 'taken-off' } : { name: text, honorific: 'kept' };
}

/** Whether a cell holds the names of two people: on two lines, or with a mark between them. */
export function holdsTwoNames(text: string): boolean {
  const lines = text.split(/[\r\n]+/).map(cleanText);
  const whole = lines.join(' ');
  return (
    (namesAmong(lines) >= 2 && !isBroken(lines)) ||
    namesAmong(whole.split(/[,;&+]| và /u)) >= 2 ||
    areBothOfFamilies(whole)
  );
}

/** "Nguyễn Thị⏎Ngọc Đào": nobody is called Nguyễn Thị; Trần Văn somebody may be, so that no family must follow. */
function isBroken(lines: readonly string[]): boolean {
  const [first = '', second = '', ...more] = lines.filter((line) => line !== '').map(bareName);
  const [, last, ...between] = first.split(' ');
  const isCounted = lines.some((line) => numbered.test(line));
  if (isCounted || more.length > 0 || between.length > 0 || !isOfFamily(first) || second.split(' ').length > 2)
    return false;
  return last === 'Thị' || last === 'THỊ' || ((last === 'Văn' || last === 'VĂN') && !isOfFamily(second));
}

function namesAmong(parts: readonly string[]): number {
  return parts.filter((part) => isLikeAName(bareName(part))).length;
}

/** A stroke may stand before another name of the same person, as those have that begin with no family. */
function areBothOfFamilies(text: string): boolean {
  const parts = text.split(/ [-–/] |(?<![đĐ])\/(?=\p{Lu})/u).map(bareName);
  return parts.filter((part) => isLikeAName(part) && isOfFamily(part)).length >= 2;
}

function bareName(text: string): string {
  return takeName(text.trim()).name;
}

/** Two words or more, each with a capital. */
export function isLikeAName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’‘ʼ-]*(?: \p{Lu}[\p{L}\p{M}'’‘ʼ.-]*)+$/u.test(text.normalize('NFC'));
}

/** A name without any diacritics may be of any family that is spelt so without its own. */
export function isOfFamily(name: string): boolean {
  const [first = ''] = name.split(' ');
  return families.has(first.toLowerCase()) || (isBare.test(name) && bareFamilies.has(first.toLowerCase()));
}

const yearAtEnd =
  /(?<![\s,;:(–-])[\s,;:(–-]*(?:(?:năm sinh|sinh năm|sinh ngày|sinh|sn)(?:\s*:)?\s*)?(?:\d{1,2}\s*[/.-]\s*){0,2}(\d{4})(?:\s*\))?\s*$/iu;

function withoutYear(text: string): { name: string; birthYear: number | null } {
  // Looked at from the end only, so that a long text costs no more than a short one.
  const from = Math.max(0, text.length - 40);
  const found = yearAtEnd.exec(text.slice(from));
  if (found === null || from + found.index === 0 || !isBirthYear(Number(found[1])))
    return { name: text, birthYear: null };
  return { name: text.slice(0, from + found.index).trim(), birthYear: Number(found[1]) };
}

/** Whether a whole name stands in capitals. */
export function isNameInCapitals(name: string): boolean {
  return isInCapitals(name);
}

/** "NGUYỄN THỊ ĐÀO" as "Nguyễn Thị Đào", "H'HEN NIÊ" as "H'Hen Niê". */
export function writtenUsually(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’‘ʼ`.(/"–-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
