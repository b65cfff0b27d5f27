import type { ListField } from './list-field.ts';

/**
 * How a title says what its column holds, in small letters without diacritics (see `titleKey`): `is` are whole titles,
 * `begins` the words that a title begins with. Better ones stand in the first group; of several columns for one thing
 * the one in the best group is read.
 */
export interface TitleGroup {
  readonly is: readonly string[];
  readonly begins?: readonly string[];
}

export type TitlePatterns = Partial<Record<ListField, readonly TitleGroup[]>>;

/** Words that make a title that begins like a known one mean something else. */
export const otherMeanings =
  /\b(?:cu|cha|me|vo|chong|con|bi danh|truoc day|truoc khi|quy hoach|du kien|phu cap|he so|ngach|quyet dinh|so qd|noi cap|ngay cap|nghi huu|luong|bo nhiem lai|gioi thieu|tham gia|kiem nhiem|ky luat|sinh hoat tai|thuong tru|so voi|so sanh|ty le|danh gia)\b/;

const person: TitlePatterns = {
  number: [{ is: ['tt', 'stt', 'so tt', 'no', 'number', 's tt', 'stt tt'] }],
  fullName: [
    {
      is: ['ho va ten', 'ho ten', 'ho va ten dong chi', 'ho ten dong chi', 'full name', 'fullname', 'name', 'ho ten'],
    },
    {
      is: [
        'ten dong chi',
        'ho va ten khai sinh',
        'ten dang vien',
        'ten dai bieu',
        'ten cap uy vien',
        'hovaten',
        'hoten',
      ],
      begins: ['ho va ten', 'ho ten', 'ho ten va', 'ho chu dem va ten', 'ho ten dem', 'full name', 'name of'],
    },
    { is: ['ten', 'dong chi', 'dai bieu', 'dang vien', 'cap uy vien', 'ho va ten nguoi', 'nguoi duoc trieu tap'] },
  ],
  family: [
    {
      is: [
        'ho',
        'ho va',
        'ho va ten dem',
        'ho va chu dem',
        'ho dem',
        'ho va dem',
        'ho lot',
        'ho va chu lot',
        'ho va ten lot',
      ],
    },
    { is: ['ho chu dem', 'ho ten dem', 'ho ten lot', 'ho chu lot', 'family name', 'surname', 'last name'] },
  ],
  middle: [{ is: ['chu dem', 'ten dem', 'dem', 'chu lot', 'ten lot', 'lot', 'middle name'] }],
  given: [{ is: ['ten', 'va ten', 'ten goi', 'given name', 'first name'] }],
  position: [
    {
      is: [
        ...['chuc vu', 'chuc danh', 'position', 'chuc vu hien nay', 'chuc vu hien tai', 'chuc danh hien nay'],
        // "Đang", not "Đảng".
        ...['chuc vu dang dam nhiem', 'chuc vu dang giu', 'chuc vu dang dam nhan'],
      ],
    },
    {
      is: ['post', 'title', 'role'],
      begins: [
        ...['chuc vu', 'chuc danh', 'don vi cong tac chuc vu', 'don vi cong tac va chuc vu', 'don vi chuc vu'],
        ...['noi cong tac chuc vu', 'nghe nghiep chuc vu', 'co quan chuc vu', 'co quan don vi chuc vu'],
      ],
    },
    { is: ['nhiem vu', 'cong viec', 'nghe nghiep'], begins: ['position', 'nhiem vu'] },
  ],
  partyPosition: [
    {
      is: ['chuc vu dang', 'chuc vu trong dang', 'chuc vu ve dang', 'chuc vu cap uy', 'chuc vu trong cap uy'],
      begins: ['chuc vu dang', 'chuc vu trong dang', 'chuc danh dang', 'chuc vu ve dang', 'party position'],
    },
  ],
  otherPosition: [
    {
      is: ['chuc vu chinh quyen', 'chuc vu nha nuoc', 'chuc vu doan the', 'chuc vu chuyen mon'],
      begins: [
        ...['chuc vu chinh quyen', 'chuc vu nha nuoc', 'chuc vu doan the', 'chuc vu chuyen mon', 'chuc vu hanh chinh'],
        ...['chuc vu ve chinh quyen', 'chuc danh chinh quyen', 'chuc vu cong tac', 'state position'],
      ],
    },
  ],
  code: [
    {
      is: ['ma ca nhan', 'ma so ca nhan', 'ma', 'ma so', 'code', 'personal code', 'person code'],
      begins: ['ma ca nhan', 'ma so ca nhan'],
    },
    {
      is: ['ma dang vien', 'ma can bo', 'ma nhan vien', 'ma cong chuc', 'so hieu dang vien', 'so hieu', 'ma dai bieu'],
    },
    { is: ['so the dang', 'so the dang vien', 'so the', 'the dang'], begins: ['so the dang', 'the dang'] },
    {
      is: ['so dinh danh', 'ma dinh danh', 'so cccd', 'cccd', 'so cmnd', 'cmnd', 'so can cuoc', 'can cuoc', 'id'],
      begins: ['so dinh danh', 'ma dinh danh', 'so cccd', 'so can cuoc', 'cccd', 'can cuoc', 'so cmnd', 'cmnd'],
    },
  ],
  birthYear: [
    {
      is: ['nam sinh', 'ngay sinh', 'sinh nam', 'sinh ngay', 'ngay thang nam sinh', 'year of birth', 'date of birth'],
    },
    {
      is: ['born', 'birth year', 'birthday', 'nam sinh nam', 'nam sinh nu'],
      begins: ['nam sinh', 'ngay sinh', 'ngay thang nam sinh', 'ngay thang sinh', 'sinh ngay', 'sinh nam'],
    },
  ],
};

const order: TitlePatterns = {
  order: [
    { is: ['thu tu', 'so thu tu', 'thu tu uu tien', 'order', 'precedence', 'order of precedence', 'thu tu xep'] },
  ],
};

const period: TitlePatterns = {
  from: [
    { is: ['tu ngay', 'tu', 'from', 'from date', 'ngay bat dau', 'start', 'start date', 'since', 'thoi gian tu'] },
    {
      is: ['thoi gian bat dau', 'bat dau', 'thoi diem bat dau', 'tu thang', 'thoi gian tu ngay', 'tu ngay thang nam'],
      begins: [
        'tu ngay',
        'tu thang',
        'ngay bat dau',
        'thoi diem giu chuc',
        'ngay giu chuc',
        'ngay nhan chuc',
        'ngay nhan nhiem vu',
      ],
    },
    { is: ['ngay bo nhiem', 'ngay bau', 'ngay duoc bau', 'ngay vao cap uy'], begins: ['ngay bo nhiem', 'ngay bau'] },
  ],
  to: [
    { is: ['den ngay', 'den', 'to', 'to date', 'ngay ket thuc', 'end', 'end date', 'until', 'thoi gian den'] },
    {
      is: ['thoi gian ket thuc', 'ket thuc', 'thoi diem ket thuc', 'den thang', 'thoi gian den ngay'],
      begins: ['den ngay', 'ngay ket thuc', 'ngay thoi', 'den nam', 'den thang'],
    },
  ],
};

/** Who sits in which committee. */
export const titlesOfSeats: TitlePatterns = {
  ...person,
  ...order,
  ...period,
  committee: [
    { is: ['cap uy', 'ten cap uy', 'committee', 'party committee', 'committee name'], begins: ['ten cap uy'] },
    {
      is: [
        ...[
          'to chuc dang',
          'dang bo',
          'dang uy',
          'chi bo',
          'chi bo dang bo',
          'dang bo chi bo',
          'ban chap hanh',
          'don vi',
        ],
        ...['unit', 'organisation', 'thuoc cap uy', 'thuoc dang bo', 'thuoc chi bo', 'dang uy chi bo', 'chi uy'],
      ],
      begins: [
        ...['ten to chuc dang', 'ten dang bo', 'ten chi bo', 'ten dang uy', 'to chuc dang', 'ban chap hanh dang bo'],
        ...['chi bo dang bo', 'dang bo chi bo', 'cap uy truc thuoc', 'cap uy co so', 'dang bo truc thuoc'],
      ],
    },
  ],
};

/** Who was summoned. */
export const titlesOfParticipants: TitlePatterns = { ...person, ...order };

export const titlesOfCommittees: TitlePatterns = {
  number: person.number ?? [],
  committee: [
    { is: ['ten cap uy', 'cap uy', 'committee', 'committee name', 'name'], begins: ['ten cap uy'] },
    {
      is: ['ten to chuc dang', 'to chuc dang', 'ten', 'dang bo', 'chi bo', 'ten don vi', 'dang bo chi bo'],
      begins: ['ten to chuc dang', 'ten dang bo', 'ten chi bo', 'ten dang uy'],
    },
  ],
  code: [
    {
      is: ['ma cap uy', 'ma', 'ma so', 'ma to chuc dang', 'code', 'committee code'],
      begins: ['ma cap uy', 'ma dang bo'],
    },
  ],
  rank: [{ is: ['cap', 'level', 'rank'] }, { is: ['loai hinh', 'loai cap uy', 'cap cua cap uy', 'cap dang bo'] }],
  sector: [{ is: ['nganh', 'khoi', 'linh vuc', 'sector'] }],
  superior: [
    { is: ['cap uy cap tren', 'cap uy cap tren truc tiep', 'truc thuoc', 'superior'] },
    { is: ['cap tren', 'dang bo cap tren'], begins: ['cap uy cap tren', 'truc thuoc', 'cap tren truc tiep'] },
  ],
  director: [
    {
      is: ['cap uy nganh cap tren', 'cap uy chi dao', 'directed by', 'director'],
      begins: ['cap uy nganh cap tren', 'cap uy chi dao'],
    },
  ],
  successor: [{ is: ['sap nhap vao', 'nhap vao', 'merged into', 'successor'], begins: ['sap nhap vao'] }],
  from: [{ is: ['tu ngay', 'from', 'from date', 'ngay thanh lap'] }, { is: [], begins: ['ngay thanh lap', 'tu ngay'] }],
  to: [
    { is: ['den ngay', 'to', 'to date', 'ngay ket thuc'] },
    { is: ['ngay giai the'], begins: ['den ngay', 'ngay ket thuc'] },
  ],
};

export const titlesOfTargets: TitlePatterns = {
  number: person.number ?? [],
  name: [
    { is: ['chi tieu', 'name', 'ten chi tieu', 'noi dung chi tieu', 'indicator'] },
    {
      is: ['noi dung', 'cac chi tieu', 'chi tieu chu yeu', 'ten cac chi tieu'],
      begins: ['ten chi tieu', 'chi tieu chu yeu'],
    },
  ],
  unit: [{ is: ['don vi tinh', 'unit', 'don vi', 'dvt', 'd v t'] }, { is: [], begins: ['don vi tinh', 'dvt'] }],
  direction: [{ is: ['yeu cau', 'direction', 'chieu'] }],
  target: [
    { is: ['muc tieu nghi quyet', 'target', 'muc tieu', 'nghi quyet', 'chi tieu nghi quyet'] },
    {
      is: ['chi tieu giao', 'nq'],
      begins: [
        ...['muc tieu', 'chi tieu nghi quyet', 'chi tieu nq', 'nghi quyet', 'nq dai hoi', 'chi tieu den nam'],
        ...['chi tieu dai hoi', 'chi tieu giao'],
      ],
    },
    { is: ['ke hoach', 'ke hoach giao'] },
  ],
  reached: [
    { is: ['dat duoc', 'reached', 'ket qua dat duoc', 'thuc hien', 'ket qua thuc hien', 'dat'] },
    {
      is: ['da dat', 'da thuc hien'],
      begins: [
        'ket qua thuc hien',
        'ket qua dat',
        'thuc hien den',
        'thuc hien nam',
        'dat duoc',
        'uoc thuc hien',
        'uoc dat',
      ],
    },
  ],
};

/** What may stand alone in the second line of a heading, below a title over several columns. */
export const titlesBelow: ReadonlySet<string> = new Set([
  ...['dang', 've dang', 'trong dang', 'chinh quyen', 've chinh quyen', 'doan the', 'nha nuoc', 'chuyen mon'],
  ...['nam', 'nu', 'tu', 'den', 'tu ngay', 'den ngay', 'tu thang', 'den thang', 'ho', 'ten', 'ho dem', 'ho va dem'],
  ...['ho va ten dem', 'ho va chu dem', 'ho lot', 'ho va chu lot', 'chu dem', 'ten dem', 'dem', 'chu lot', 'ten lot'],
  ...[
    'ngay',
    'thang',
    'ngay thang nam',
    'nam sinh',
    'so',
    'ngay cap',
    'party',
    'state',
    'from',
    'to',
    'male',
    'female',
  ],
  ...['hien nay', 'kiem nhiem', 'bat dau', 'ket thuc', 'chuc vu', 'don vi', 'don vi cong tac', 'chinh thuc', 'du bi'],
]);
