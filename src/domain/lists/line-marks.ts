import { withoutDiacritics } from '../text/search-key.ts';

/*
 * What stands on lines of official lists that are nobody: as data, in small letters without diacritics, to be compared
 * with `withoutDiacritics` of a text. Each is looked for at the beginning of a text, so that nobody called Danh, Cộng or
 * Tổng is taken for one.
 */

/** Who signs: "T/M BAN THƯỜNG VỤ", "KT. BÍ THƯ", "Người lập biểu". */
const signature =
  /^(?:(?:t m|tm|t l|tl|k t|kt|tuq|t u q) (?:ban|dang|chi|bch|btv|uy|cap|tap|huyen|tinh|hoi|doan|bi|pho|chanh|truong|chu|giam|thu|xa|to)\b|nguoi (?:lap|tong hop|kiem tra|ky|duyet|ghi|thuc hien)\b|can bo (?:lap|tong hop)\b|ky (?:ten|ghi ro|va ghi ro|dong dau|duyet)\b|da ky$|(?:da )?ky ten\b|xac nhan (?:cua|dang|chi)\b|xac nhan$|thu truong (?:don vi|co quan)\b|nguoi lap$|y kien cua\b|duyet cua\b|phe duyet\b|chu tri$|thu ky hoi nghi\b|thu ky$)/;

/** Titles of those who sign, where one stands alone in capitals. */
const signing =
  /^(?:(?:quyen |pho )?(?:bi thu|chanh van phong|truong ban|chu tich|giam doc|truong phong|hieu truong|chi huy truong|truong doan|to truong)(?: thuong truc| dang uy| chi bo| huyen uy| tinh uy| xa| doan)?|pho bi thu thuong truc)$/;

const placeAndDay = /^(?:[a-z0-9 ]{0,60}\b)?ngay(?: \d{1,2})?(?: thang(?: \d{1,2})?)(?: nam(?: \d{2,4})?)?$/;

const recipients = /^(?:noi nhan|nhu tren|nhu kinh gui|luu (?:vt|van phong|vp|ho so|to chuc|btc|chi bo))\b/;

const closing =
  /^(?:danh sach (?:nay |tren |nay tren )?(?:co|gom|gom co|bao gom)\b|(?:tong so|tong cong|tong|cong)\b[a-z ]{0,30}\d+ (?:[a-z ]{1,30} )?(?:dong chi|nguoi|dai bieu|dang vien|uy vien|cap uy vien|can bo|chi tieu)\b|an dinh\b|(?:ghi chu|luu y|chu thich)$|(?:ghi chu|luu y|chu thich) |bang chu\b|trong do\b)/;

const total =
  /^(?:tong cong|tong so|cong|total|sum|tong)(?: \d[\d ]*)?(?: (?:dong chi|nguoi|dai bieu|dang vien|uy vien))?$/;
const totalOfPart = /^(?:tong cong|tong so|cong)(?: (?:i|ii|iii|iv|v|vi|a|b|c|muc|phan|nhom|khoi|rieng|chung|ca)\b.*)$/;

const heading =
  /^(?:cong hoa xa hoi|doc lap tu do|dang cong san viet nam|danh sach\b|bieu (?:mau|tong hop|so)\b|mau (?:so|bieu)\b|kem theo\b|phu luc\b|nhiem ky\b|don vi tinh\b)/;

const groups =
  /^(?:ban thuong vu|ban chap hanh|uy ban kiem tra|khoi\b|cac\b|uy vien\b|dai bieu\b|dang bo\b|dang uy\b|chi bo\b|chi uy\b|huyen uy\b|thi uy\b|tinh uy\b|thanh uy\b|quan uy\b|bch\b|btv\b|thuong truc\b|cap uy\b|cac co quan\b|co quan\b|doan (?:the|thanh nien|tncs|vien|khoi|dai bieu|xa|phuong|co so)\b|to \d|nhom\b|phan\b|muc\b|linh vuc\b|ve\b|chi tieu ve\b|nhom chi tieu\b|kinh te\b|van hoa\b|quoc phong\b|xay dung dang\b)/;

/**
 * What begins like one of the marks once its diacritics are gone, and how the mark is spelt. Nobody called An Đình Nguyên,
 * Lưu Văn Phong or Chu Trí is one, nor is a Tống a total.
 */
const spellings: readonly (readonly [bare: RegExp, spelt: RegExp])[] = [
  [/^an dinh\b/, /^ấn định/u],
  [/^luu (?:van phong|vp)\b/, /^lưu[\s:]+(?:văn phòng|vp)/u],
  [/^luu to chuc\b/, /^lưu[\s:]+tổ chức/u],
  [/^chu tri$/, /^chủ trì/u],
  [/^thu ky\b/, /^thư ký/u],
  [/^da ky\b/, /^đã ký/u],
  [/^ky ten\b/, /^ký tên/u],
  [/^cong\b/, /^cộng/u],
  [/^tong cong\b/, /^tổng cộng/u],
  [/^tong so\b/, /^tổng số/u],
  [/^tong\b/, /^tổng/u],
  [/^van hoa\b/, /^văn h(?:óa|oá)/u],
  [/^khoi\b/, /^khối/u],
  [/^ve\b/, /^về/u],
  [/^to \d/, /^tổ/u],
  [/^cac\b/, /^các/u],
  [/^nhom\b/, /^nhóm/u],
  [/^muc\b/, /^mục/u],
  [/^quoc phong\b/, /^quốc phòng/u],
  [/^kinh te\b/, /^kinh tế/u],
  [/^doan the\b/, /^đoàn thể/u],
  [/^doan vien\b/, /^đoàn viên/u],
  [/^doan khoi\b/, /^đoàn khối/u],
  [/^doan xa\b/, /^đoàn xã/u],
];
/** "Phan" has no marks to lose: without the one of "phần" it is a family, unless a number follows. */
const familyPhan = /^phan (?!\d)/;
const isBare = /^\p{ASCII}*$/u;

/** Whether a text that its letters alone make a mark says something else by its diacritics. */
function isSpeltOtherwise(text: string, key: string): boolean {
  if (isBare.test(text)) return familyPhan.test(key);
  const letters = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '');
  if (familyPhan.test(key)) return !letters.startsWith('phần');
  return spellings.some(([bare, spelt]) => bare.test(key) && !spelt.test(letters));
}

export type FooterMark = 'signature' | 'closing' | 'total';

/** What a text begins with that stands below a list, if it does. */
export function footerMark(text: string): FooterMark | undefined {
  const key = withoutDiacritics(text);
  if (isSpeltOtherwise(text, key)) return undefined;
  if (signature.test(key) || recipients.test(key) || isPlaceAndDay(key)) return 'signature';
  if (closing.test(key)) return 'closing';
  if (total.test(key) || totalOfPart.test(key)) return 'total';
  return undefined;
}

function isPlaceAndDay(key: string): boolean {
  return key.length <= 90 && placeAndDay.test(key);
}

/** "BÍ THƯ": the title of whoever signs, in capitals. */
export function isSigningTitle(text: string): boolean {
  return isInCapitals(text) && signing.test(withoutDiacritics(text));
}

/** "DANH SÁCH …", "ĐẢNG CỘNG SẢN VIỆT NAM": what stands above a list, or above a part of it. */
export function isHeadingWords(text: string): boolean {
  return heading.test(withoutDiacritics(text));
}

/** "DANH SÁCH …": the title of a list. */
export function isListTitle(text: string): boolean {
  return /^danh sach\b/.test(withoutDiacritics(text));
}

/** "I", "A.", "II -", "1)": what counts groups of lines; words may follow. "Đ/c" is a form of address. */
const counter = /^(?!Đ\s*[/.]\s*c\P{L})(?:[IVXLC]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,2})*)\s*(?:[.)/:–-]\s*|$)/u;

/** The words of a group line without what counts it; undefined where it is none by its words. */
export function groupWords(text: string): string | undefined {
  const counted = counter.exec(text);
  if (counted !== null) return text.slice(counted[0].length).trim();
  return isGroupTitle(text) ? text : undefined;
}

/** "I. BAN THƯỜNG VỤ", "A - Khối Đảng". */
export function isCountedByLetter(text: string): boolean {
  return /^(?!Đ\s*[/.]\s*c\P{L})(?:[IVXLC]{1,5}|[A-ZĐ])\s*[.)/:–-]\s*\p{L}/u.test(text);
}

/** "I", "A", "II.", "(1)": alone in a cell. */
export function isGroupCounter(text: string): boolean {
  return /^\(?(?:[IVXLC]{1,6}|[A-ZĐ])\s*[.)]?$/u.test(text);
}

export function isGroupTitle(text: string): boolean {
  const key = withoutDiacritics(text);
  return groups.test(key) && !isSpeltOtherwise(text, key);
}

/** Letters, and none of them small. */
export function isInCapitals(text: string): boolean {
  return /\p{L}\P{L}*\p{L}/u.test(text) && text === text.toUpperCase();
}
