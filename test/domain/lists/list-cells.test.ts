import { describe, expect, test } from 'vitest';
import {
  orderIn,
  readBirthYear,
  readCode,
  readDay,
  readOrder,
  readText,
} from '../../../src/domain/lists/list-cells.ts';
import type { Cell } from '../../../src/domain/lists/worksheet.ts';

const text = (shown: string): Cell => ({ kind: 'text', shown });
const number = (value: number, shown = String(value), day?: string): Cell => ({
  ...{ kind: 'number', value, shown },
  ...(day === undefined ? {} : { day }),
});
const date = (day: string, shown = day): Cell => ({ kind: 'date', day, shown }) as Cell;

/** What a reader makes of a cell, and the code of its complaint. */
function seen<Value>(read: (complain: (field: unknown, code: string) => undefined) => Value): [Value, string?] {
  const codes: string[] = [];
  const value = read((_field, code) => void codes.push(code) as undefined);
  return [value, ...codes] as [Value, string?];
}

describe('a text', () => {
  test.each([
    [text('  Bí thư '), ['Bí thư']],
    [null, [undefined, 'missing-value']],
    [text('   '), [undefined, 'missing-value']],
    [date('2025-07-01'), [undefined, 'bad-text']],
    [text('x'.repeat(251)), [undefined, 'bad-text']],
    [text('Bí\u0007thư'), [undefined, 'bad-text']],
    [text('Bí thư \u202Eabc'), [undefined, 'steering-character']],
    [text('Phó ban 漢'), [undefined, 'unprintable-letter']],
  ] as const)('%j', (cell, wanted) => {
    expect(seen((complain) => readText(cell, 'position', complain as never))).toEqual(wanted);
  });
});

describe('a code', () => {
  test.each([
    [null, [null]],
    [text(' '), [null]],
    [text('CB-01'), ['CB-01']],
    [text('?'), [null, 'bad-code']],
    [number(12, '0012'), ['0012']],
    [number(79_000_000_000, '7.9E+10'), ['79000000000']],
    [number(1234, '1.234'), ['1234']],
    [number(1.5, '1,5'), [null, 'bad-code']],
    [number(-3, '-3'), [null, 'bad-code']],
    [date('2025-07-01'), [null, 'bad-code']],
  ] as const)('%j', (cell, wanted) => {
    expect(seen((complain) => readCode(cell, complain as never))).toEqual(wanted);
  });
});

describe('an order of precedence', () => {
  test('is a number from 1 on, with what people write around it', () => {
    expect(['1', '(2)', '03.', ' 4 )', '0', 'I', '1234567'].map(orderIn)).toEqual([
      ...[1, 2, 3, undefined, undefined, undefined, undefined],
    ]);
    expect(seen((complain) => readOrder(null, complain as never))).toEqual([null]);
    expect(seen((complain) => readOrder(text('hai'), complain as never))).toEqual([null, 'bad-order']);
    expect(seen((complain) => readOrder(text('2'), complain as never))).toEqual([2]);
  });
});

describe('a day', () => {
  test.each([
    [null, [null]],
    [text(' '), [null]],
    [date('2025-07-01'), ['2025-07-01']],
    [date('1899-12-31'), [null, 'bad-date']],
    [date('2200-01-01', ''), [null, 'bad-date']],
    [text('01/07/2025'), ['2025-07-01']],
    [text('ngày 1 tháng 7 năm 2025'), ['2025-07-01']],
    [text('2025-07-01 08:30'), ['2025-07-01']],
    [text('30/02/2025'), [null, 'bad-date']],
    [text('2025'), [null, 'year-only']],
    [text('25'), [null, 'bad-date']],
    [text('07/2025'), [null, 'month-only']],
    [text('1/7/25'), [null, 'two-digit-year']],
    [text('1/7/025'), [null, 'bad-date']],
    [text('1/2/3/2025'), [null, 'bad-date']],
    [text('hôm qua'), [null, 'bad-date']],
    [number(45_839), ['2025-07-01']],
    [number(2025), [null, 'year-only']],
    [number(7), [null, 'bad-date']],
    [number(45_839.5), [null, 'bad-date']],
    [number(44_377, '44377', '2025-07-01'), ['2025-07-01']],
    [{ kind: 'boolean', value: true, shown: 'TRUE' } as Cell, [null, 'bad-date']],
  ] as const)('%j', (cell, wanted) => {
    expect(seen((complain) => readDay(cell, 'from', complain as never))).toEqual(wanted);
  });

  test('a seat that goes on may say so at its end, not at its beginning', () => {
    for (const now of ['nay', 'Đến nay', '–', 'present']) {
      expect(seen((complain) => readDay(text(now), 'to', complain as never))).toEqual([null]);
      expect(seen((complain) => readDay(text(now), 'from', complain as never))).toEqual([null, 'bad-date']);
    }
  });
});

describe('a year of birth', () => {
  test('is nobody’s where nothing is said', () => {
    for (const cell of [null, text(''), text('x'), text('??')]) {
      expect(seen((complain) => readBirthYear(cell, complain as never))).toEqual([null]);
    }
    expect(seen((complain) => readBirthYear(text('1975'), complain as never))[0]).toBe(1975);
  });
});
