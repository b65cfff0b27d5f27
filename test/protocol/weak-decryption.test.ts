import { expect, test } from 'vitest';
import { nobleGroup as group } from '../../src/protocol/noble-group.ts';
import { verifyRecord } from '../../src/protocol/verify-record.ts';
import { vectorBytes, vectorJson } from '../support/vectors.ts';

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
