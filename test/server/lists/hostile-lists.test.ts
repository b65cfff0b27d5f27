import { describe, test } from 'vitest';
import { readRosterFile } from '../../../src/server/lists/read-list-file.ts';
import { withSheet } from '../../support/build/hostile-files.ts';
import { expectLinear } from '../../support/growth.ts';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: readonly (readonly string[])[]) =>
  withSheet(`<sheetData>${rows.map((cells) => `<row>${cells.map(inline).join('')}</row>`).join('')}</sheetData>`);
const heading = ['Họ và tên', 'Chức vụ'];

/** Lists that were made to be slow to read, `size` times as long as the smallest. */
const hostileLists: Readonly<Record<string, (size: number) => Uint8Array>> = {
  'titles over more columns than any list has': (size) =>
    Buffer.from(`Họ;y|${';'.repeat(1_500 * size)}\n${'x;|'.repeat(1_500 * size)}`),
  'titles that begin a period again and again': (size) =>
    sheetOf([
      [...heading, ...Array.from({ length: 8 }, () => 'từ '.repeat(5_000 * size))],
      ['Nguyễn Thị Đào', 'Bí thư'],
    ]),
};

describe('a list twice as long takes at most two and a half times as long', () => {
  test.each(Object.entries(hostileLists))('%s', async (_, make) => {
    const read = (size: number) => {
      const file = make(size);
      return () => readRosterFile({ file, committees: [], own: null, capitals: 'keep' });
    };
    await expectLinear(read(1), read(2));
  });
});
