import { expect, test } from 'vitest';
import { serial } from '../../../src/contract/kit/session-values.ts';
import { sheetSerial } from '../../../src/domain/session/sheet-serial.ts';
import { numbers } from '../../support/build/sessions.ts';
import { aCredential } from '../../support/build/stored-sessions.ts';

test('a serial can be read aloud and typed, and is found again from the credential alone', () => {
  const serials = numbers(500).map((number) => sheetSerial(aCredential(number)));
  for (const one of serials) {
    expect(serial.safeParse(one).success).toBe(true);
    expect(one).not.toMatch(/[ILOU]/);
  }
  expect(new Set(serials).size).toBe(500);
  expect(sheetSerial(aCredential(7))).toBe(serials[6]);
});
