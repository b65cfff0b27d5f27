import { expect, test } from 'vitest';
import { hashDocuments, recordDocuments } from '../../../src/domain/session/record-documents.ts';
import { ownForm } from '../../support/build/forms.ts';
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

test('the texts are the same bytes whatever fields are called elsewhere: elections opened before carry their hashes', () => {
  const person = { name: 'Lò Thị Hòa', position: 'Bí thư', kind: 'seat', personId: null, received: 'sheet' } as const;
  const { roll, form } = recordDocuments({
    ...{ roll: [person], form: ownForm('qd-96-2023'), briefing: { text: 'Mục đích' } },
  });
  expect(roll).toBe('[\n {\n  "name": "Lò Thị Hòa",\n  "position": "Bí thư",\n  "kind": "seat"\n }\n]\n');
  expect(Object.keys(JSON.parse(form)).join()).toBe(
    'id,title,citation,validFrom,validTo,documentLayout,levels,base,quorum,tiers,documentDeadlines,exclusionReasons,maximumPlaces,remoteVoting,namesWrittenIn,invalidSheetReasons,wording,assumptions',
  );
});
