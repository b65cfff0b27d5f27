import { expect, test } from 'vitest';
import { isPersonName } from '../../src/domain/person.ts';

test.each(["H'Hen Niê", 'Y Ƀhăm Êƀan', 'Rơ Châm Hʼnhơt', 'Đinh Y-Blă', 'Nguyễn Thị Đào (1975)', 'Ê̆ban'])(
  '%s is a name',
  (name) => {
    expect(isPersonName(name)).toBe(true);
    expect(isPersonName(name.normalize('NFD'))).toBe(true);
  },
);

test.each(['Lê V\u0430n Tám', '\u041bê Văn Tám', 'Νguyễn Văn A', '=1+1', '12345', ''])(
  '%s is none: letters of other scripts look like ours',
  (name) => {
    expect(isPersonName(name)).toBe(false);
  },
);
