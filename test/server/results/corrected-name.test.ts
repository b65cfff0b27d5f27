import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFileLimits } from '../../../src/server/spreadsheets/limits.ts';
import { readSpreadsheet } from '../../../src/server/spreadsheets/read-spreadsheet.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { aPublishedVote, type CountedVote, inject, subjectNames } from '../../support/service/counted-vote.ts';
import { signedInAs } from '../../support/service/service.ts';

let made: CountedVote;
beforeAll(async () => {
  made = await aPublishedVote();
});
afterAll(() => made.service.app.close());

const readings = [
  'result',
  'result/table?format=csv',
  'result/table?format=xlsx',
  'minutes.pdf',
  'record',
  'signed-minutes',
];

/** Everything that was published, byte for byte, and the superior's roll-up; of a workbook, which holds its hour, what it says. */
async function published(): Promise<ReadonlyMap<string, string>> {
  const { id } = made.vote.state.session;
  const urls = [
    ...readings.map((reading) => `/api/sessions/${id}/${reading}`),
    `/api/committees/${aCommittee(2).id}/roll-up`,
    `/api/people/${aPersonId(1)}/results`,
  ];
  const answers = await Promise.all(
    urls.map(async (url) => {
      const answer = await inject(made.service.app, { method: 'GET', url, headers: made.superiorSeatHolder });
      expect([url, answer.status]).toEqual([url, 200]);
      const said = url.endsWith('=xlsx') ? await readSpreadsheet(answer.bytes, listFileLimits) : undefined;
      expect(said?.ok).not.toBe(false);
      return [url, said ? JSON.stringify(said) : Buffer.from(answer.bytes).toString('base64')] as const;
    }),
  );
  return new Map(answers);
}

test('a name corrected beside a published session changes nothing that was published', async () => {
  const before = await published();
  const { session } = await made.state();
  expect(session.subjects[0]).toMatchObject({ personId: aPersonId(1), name: subjectNames[0] });
  const administrator = await signedInAs(made.service, { administrator: true });
  const corrected = await inject(made.service.app, {
    ...{ method: 'PUT', url: `/api/people/${aPersonId(1)}/name`, headers: administrator },
    payload: { name: 'Nguyễn Thị Ỷ', birthYear: 1970 },
  });
  expect(corrected.status).toBe(200);
  expect((await made.service.deps.store.committees.findPerson(aPersonId(1)))?.name).toBe('Nguyễn Thị Ỷ');
  expect((await made.state()).session).toEqual(session);
  expect(await published()).toEqual(before);
  expect(before.size).toBe(readings.length + 2);
});
