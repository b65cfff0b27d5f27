import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKinds, fileName } from '../../src/contract/documents/file-name.ts';

test.each([
  ['Đảng ủy xã Châu Thành', 'xa-chau-thanh'],
  ['Ban Chấp hành Đảng bộ xã Châu Thành', 'xa-chau-thanh'],
  ['Ban Thường vụ Tỉnh ủy Bến Tre', 'ban-thuong-vu-tinh-uy-ben-tre'],
  ['Đảng bộ', 'dang-bo'],
  [`Đảng ủy xã Ea H'leo`, 'xa-ea-h-leo'],
])('minutes of %s are found again by committee and day', (committee, short) => {
  expect(fileName({ kind: fileKinds.minutes, committee, day: '2026-11-30', ending: 'pdf' })).toBe(
    `bien-ban-kiem-phieu-${short}-2026-11-30.pdf`,
  );
});

test('a table in English is called in English', () => {
  const name = { kind: fileKinds.targets, language: 'en', about: '2025–2030', committee: 'Đảng ủy xã A' } as const;
  expect(fileName({ ...name, ending: 'csv' })).toBe('targets-2025-2030-xa-a.csv');
});

test('a long title is cut between two words', () => {
  const about = 'Báo cáo kiểm điểm tự phê bình và phê bình của tập thể Ban Thường vụ Đảng ủy khóa XII';
  expect(fileName({ kind: fileKinds.dossier, about, ending: 'pdf' })).toBe(
    'tai-lieu-bao-cao-kiem-diem-tu-phe-binh-va-phe-binh-cua-tap-the-ban.pdf',
  );
});

test('whatever names are, a file’s name is no path, no header of its own, and bounded', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 });
  const hostile = fc.oneof(
    text,
    fc.constantFrom('../../etc/passwd', 'a"\r\nset-cookie: x', 'x'.repeat(300), 'CON', ''),
  );
  fc.assert(
    fc.property(hostile, hostile, (about, committee) => {
      const name = fileName({ kind: fileKinds.dossier, about, committee, day: '2026-11-30', ending: 'pdf' });
      expect(name).toMatch(/^tai-lieu(-[a-z0-9]+)*-2026-11-30\.pdf$/);
      expect(name.length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 25 },
  );
});
