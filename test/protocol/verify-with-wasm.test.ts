import { expect, test } from 'vitest';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { vectorBytes, vectorJson } from '../support/build/vectors.ts';
import { closeVote, openVote } from '../support/build/whole-vote.ts';

test('WebAssembly says the same of shifted counts', async () => {
  const cases = await vectorJson<{ file: string; uuid: string }[]>('weak-decryption-proof/cases.json');
  for (const { file, uuid } of cases) {
    const bytes = await vectorBytes(`weak-decryption-proof/${file}`);
    const found = await verifyRecord(bytes, { group: wasmGroup, uuid });
    const expected = await verifyRecord(bytes, { group: nobleGroup, uuid });
    expect([found.ok, found.failure, found.assurance]).toEqual([expected.ok, expected.failure, expected.assurance]);
  }
});

test('a ceremony, ballots and a tally made on WebAssembly verify on the reference, and the other way round', async () => {
  for (const [maker, checker] of [[wasmGroup, nobleGroup] as const, [nobleGroup, wasmGroup] as const]) {
    const random = repeatableRandom(43);
    const cast = [
      { voter: 0, marks: [1] },
      { voter: 1, marks: [undefined] },
    ];
    const vote = openVote(maker, { size: 3, threshold: 2 }, [2], 2, cast, random);
    const { bytes } = closeVote(maker, vote, vote.keys, [[0, 1]], random);
    expect(await verifyRecord(bytes, { group: checker, final: true })).toMatchObject({ ok: true });
  }
});
