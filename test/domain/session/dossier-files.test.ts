import { describe, expect, test } from 'vitest';
import { peopleInFileName, titleOfFile } from '../../../src/domain/session/dossier-files.ts';

const people = [
  { id: 'an', name: 'Nguyễn Văn An', birthYear: 1970 },
  { id: 'anh', name: 'Nguyễn Văn Anh', birthYear: 1971 },
  { id: 'van', name: 'Nguyễn Văn', birthYear: null },
  { id: 'dao', name: 'Trần Thị Đào', birthYear: 1980 },
  { id: 'thuy', name: 'Lê Thị Thủy', birthYear: null },
  { id: 'thúy', name: 'Lê Thị Thúy', birthYear: null },
  { id: 'hoa-1', name: 'Phạm Thị Hoa', birthYear: 1975 },
  { id: 'hoa-2', name: 'Phạm Thị Hoa', birthYear: 1982 },
  { id: 'hhen', name: "H'Hen Niê" },
  { id: 'y', name: 'Y' },
  { id: 'le-1', name: 'Võ Văn Lễ (1969)' },
  { id: 'le-2', name: 'Võ Văn Lễ (1978)' },
];
const of = (file: string) => peopleInFileName(file, people).map(({ id }) => id);

describe('a file is of whom its name says', () => {
  test.each([
    ['with diacritics', 'Bản kiểm điểm - Nguyễn Văn An.pdf', ['an']],
    ['decomposed, as a Mac writes names', 'Bản kiểm điểm Trần Thị Đào.pdf'.normalize('NFD'), ['dao']],
    ['without them', 'ban-kiem-diem-tran-thi-dao.pdf', ['dao']],
    ['with lines below', 'Ban_kiem_diem_TRAN_THI_DAO_2026.PDF', ['dao']],
    ['run together', 'BanKiemDiemNguyenVanAnh.pdf', ['anh']],
    ['with the older place of a tone mark', 'lê thị thuỷ.pdf', ['thuy']],
    ['with an apostrophe or none', 'bao cao HHen Nie.pdf', ['hhen']],
    ['of a name that another begins with', 'nguyen van an.pdf', ['an']],
    ['of the shorter of two names', 'nguyen van 2026.pdf', ['van']],
    ['of a namesake, by the year of birth', 'pham thi hoa 1982.pdf', ['hoa-2']],
    ['of a namesake whose year stands with the name', 'VoVanLe1978.pdf', ['le-2']],
    ['of nobody', 'Báo cáo chung của hội nghị.pdf', []],
    ['of nobody, where one word alone is a name', 'Ý kiến.pdf', []],
  ])('%s', (_, file, ids) => {
    expect(of(file)).toEqual(ids);
  });

  test('namesakes are all named, and so are people whom only diacritics would tell apart', () => {
    expect(of('Phạm Thị Hoa.pdf')).toEqual(['hoa-1', 'hoa-2']);
    expect(of('le thi thuy.pdf')).toEqual(['thuy', 'thúy']);
    expect(of('Trần Thị Đào va nguyen van an.pdf')).toEqual(['an', 'dao']);
  });
});

test('a title is the name of the file as people read it', () => {
  expect(titleOfFile('Ban_kiem_diem__Nguyen Van An.pdf')).toBe('Ban kiem diem Nguyen Van An');
  expect(titleOfFile('Bản kiểm điểm.pdf'.normalize('NFD'))).toBe('Bản kiểm điểm');
  expect(titleOfFile('123.pdf')).toBe('');
});
