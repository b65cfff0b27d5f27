import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { findSingleKey, openDecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { createSingleTrustee } from '../../../src/protocol/ceremony/single-trustee.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { createElection } from '../../../src/protocol/record/election.ts';
import { writeRecord } from '../../../src/protocol/record/record.ts';
import {
  encryptedTallyEvent,
  endBallotsEvent,
  partialDecryptionEvent,
  setupEvent,
} from '../../../src/protocol/record/record-events.ts';
import { createPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import { encryptedTally, noCells } from '../../../src/protocol/tally/tally.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { aCeremony } from '../../support/build/ceremony.ts';
import { good } from '../../support/build/good.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
import { timestamp } from '../../support/build/whole-vote.ts';

const random = repeatableRandom(73);
const [single, other] = [createSingleTrustee(group, random), createSingleTrustee(group, random)];
const ceremony = aCeremony(group, { size: 3, threshold: 1 }, random);

/** A record without ballots, whose totals these trustees open; owners are numbered through the list. */
async function assuranceOf(list: string, owners: readonly number[]) {
  const trustees = good(checkTrustees(group, list));
  const creation = createElection(group, {
    ...{ uuid: 'Dw5xMuS7nSTvZX', name: 'Lấy phiếu', description: 'Hội nghị thử' },
    publicKey: group.encode(trustees.electionKey),
    questions: [{ question: 'Đồng chí 1', answers: ['Tín nhiệm'] }],
  });
  if (!creation.ok) throw new Error(creation.refusal);
  const { election } = creation;
  const tally = encryptedTally(group, noCells(group, election));
  const secrets = [single, other].flatMap(({ secret }) => {
    const key = findSingleKey(group, trustees, secret);
    return key.ok ? [key.value] : [];
  });
  const shares = ceremony.seeds.flatMap((seed, at) => {
    const key = openDecryptionKey(group, trustees, seed, ceremony.outputs[at]?.sealedKey ?? '');
    return key.ok ? [key.value] : [];
  });
  const decryptions = [...secrets, ...shares]
    .filter(({ owner }) => owners.includes(owner.owner))
    .map((key) => {
      const text = createPartialDecryption(group, election, key, tally, random);
      return partialDecryptionEvent(key.owner.owner, utf8Bytes(text));
    });
  const setup = setupEvent(utf8Bytes(election.text), utf8Bytes(list), utf8Bytes('[]'));
  const events = [setup, endBallotsEvent(), encryptedTallyEvent(utf8Bytes(tally.text), 0), ...decryptions];
  const report = await verifyRecord(writeRecord(timestamp, events).bytes, { group });
  expect(report.failure).toBeUndefined();
  return report.assurance;
}

test('redundancy counts only where every item of the trustees has a share more than it needs', async () => {
  const threshold = `["Pedersen",${ceremony.parameters}]`;
  expect(await assuranceOf(`[${threshold}]`, [1])).toBe('nothing');
  expect(await assuranceOf(`[${threshold}]`, [2, 3])).toBe('redundancy');
  // A single trustee's share has no other beside it.
  expect(await assuranceOf(`[["Single",${single.text}],${threshold}]`, [1, 2, 3, 4])).toBe('nothing');
  expect(await assuranceOf(`[["Single",${single.text}],["Single",${other.text}]]`, [1, 2])).toBe('nothing');
});
