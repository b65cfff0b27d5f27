import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../src/protocol/arithmetic/wasm-group.ts';
import { utf8Bytes, utf8Text } from '../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../src/protocol/record/read-record.ts';
import { writeSupplement } from '../../src/protocol/record/supplement.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { good } from '../support/build/good.ts';
import { vectorBytes, vectorJson } from '../support/build/vectors.ts';

interface Case {
  readonly file: string;
  readonly uuid: string;
  readonly published_result: readonly (readonly number[])[];
}

test('a shifted count: what the record alone can show, and what it cannot (PROTOCOL §9)', async () => {
  const cases = await vectorJson<Case[]>('weak-decryption-proof/cases.json');
  const verdicts: Record<string, unknown> = {};
  for (const { file, uuid, published_result } of cases) {
    const report = await verifyRecord(await vectorBytes(`weak-decryption-proof/${file}`), { group, uuid, final: true });
    verdicts[file] = report.failure ? `${report.failure.check} ${report.failure.reason}` : report.assurance;
    if (report.ok) expect(report.verified?.counts).toEqual(published_result);
  }
  expect(verdicts).toEqual({
    // The false result stands, so the report says that nothing backs the decryptions.
    'single.bel.gz': 'nothing',
    '2of3-two-shares.bel.gz': 'nothing',
    '2of3-three-shares.bel.gz': 'V8 inconsistent-shares',
  });
});

test('with a supplement demanded every shifted count is refused: no proof is there, and none can be made up', async () => {
  const cases = await vectorJson<Case[]>('weak-decryption-proof/cases.json');
  for (const { file, uuid } of cases) {
    const record = await vectorBytes(`weak-decryption-proof/${file}`);
    const { events } = good(readRecord(record));
    const proofs = events.flatMap(({ type, files: [decryption, owned] }) => {
      if (type !== 'PartialDecryption' || decryption === undefined || owned === undefined) return [];
      const { owner } = JSON.parse(utf8Text(owned.content) ?? '') as { owner: number };
      return [{ owner, payload: decryption.hash, proof: { challenge: 1n, response: 2n } }];
    });
    const verdict = async (given: typeof proofs) => {
      const supplement = utf8Bytes(writeSupplement({ proofs: given, unused: [], void: [] }));
      return (await verifyRecord(record, { group, uuid, supplement })).failure;
    };
    expect(await verdict([])).toMatchObject({ check: 'V8', reason: 'supplement-count' });
    expect(await verdict(proofs)).toMatchObject({ check: 'V8', reason: 'supplement-proof' });
  }
});
