import { expect, test } from 'vitest';
import { hashDocuments, recordDocuments } from '../../../src/domain/session/record-documents.ts';
import { attended, briefed, issued, withPhones, withSheets, withSheetsOut } from '../../support/build/sessions.ts';

test('the record’s roll tells neither who was present nor who received what', () => {
  const state = briefed(issued({ voters: 5 }));
  const after = attended(withPhones(withSheetsOut(withSheets(state, 5), 1, 2), 3), 4);
  expect(recordDocuments(after.session)).toEqual(recordDocuments(state.session));
});

test('another roll, form or briefing has another hash', () => {
  const { session } = briefed(issued());
  const hashes = hashDocuments(recordDocuments(session));
  const other = hashDocuments(
    recordDocuments({
      ...session,
      roll: session.roll.slice(1),
      form: { ...session.form, quorum: null },
      briefing: null,
    }),
  );
  for (const part of ['roll', 'form', 'briefing'] as const) expect(other[part]).not.toBe(hashes[part]);
});
