import { expect, test } from 'vitest';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { recordedElections } from '../support/build/recorded-elections.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { vectorBytes, vectorJson } from '../support/build/vectors.ts';
import { closeVote, openVote } from '../support/build/whole-vote.ts';

// What browsers verify with is held against the reference in test/protocol.
test.each(recordedElections)('the server reads the same from a record as every browser: %s', async (folder) => {
  const bytes = await vectorBytes(`${folder}/election.bel`);
  const { verified: here, ...server } = await verifyRecord(bytes, { group: sodiumGroup });
  const { verified: there, ...browser } = await verifyRecord(bytes, { group: wasmGroup });
  expect(server).toEqual(browser);
  expect(here?.tally?.text).toBe(there?.tally?.text);
});

test('the server refuses the same archives, for the same reasons', async () => {
  const cases = await vectorJson<{ file: string }[]>('invalid-archives/cases.json');
  for (const { file } of cases) {
    const bytes = await vectorBytes(`invalid-archives/${file}`);
    const server = await verifyRecord(bytes, { group: sodiumGroup });
    const browser = await verifyRecord(bytes, { group: wasmGroup });
    expect(server.failure, file).toEqual(browser.failure);
  }
});

test('a ceremony and a tally on the server backend verify', async () => {
  const random = repeatableRandom(41);
  const cast = [{ voter: 0, marks: [1] }];
  const vote = openVote(sodiumGroup, { size: 3, threshold: 2 }, [2], 1, cast, random);
  const { bytes } = closeVote(sodiumGroup, vote, vote.keys, [[0, 1]], random);
  expect(await verifyRecord(bytes, { group: nobleGroup, final: true })).toMatchObject({
    ok: true,
    assurance: 'redundancy',
  });
});
