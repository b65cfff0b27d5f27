import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { base58Text } from '../../src/protocol/arithmetic/random.ts';
import { createBallot, type Marks } from '../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential, writeCredentials } from '../../src/protocol/ballot/credential.ts';
import { createSingleTrustee } from '../../src/protocol/ceremony/single-trustee.ts';
import { writeSingleTrustees } from '../../src/protocol/ceremony/trustees.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { createElection, type Election } from '../../src/protocol/record/election.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import { ballotEvent, setupEvent } from '../../src/protocol/record/record-events.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { tool } from '../../test/support/service/belenios.ts';

export const ballotCount = 80;
export const random = (length: number) => new Uint8Array(randomBytes(length));

/** A finished record and what it was made from. */
export interface Work {
  readonly folder: string;
  readonly election: Election;
  readonly credential: string;
  readonly credentials: ReadonlySet<string>;
  readonly marks: Marks;
  readonly ballots: readonly string[];
}

/** A record that the tool has tallied and opened: its own commands do it, we only seal the ballots. */
export function prepare(subjects: number): Work {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const uuid = base58Text(14, random);
  const trustee = createSingleTrustee(nobleGroup, random);
  const creation = createElection(nobleGroup, {
    uuid,
    name: 'Lấy phiếu tín nhiệm',
    description: 'Đo tốc độ',
    publicKey: nobleGroup.encode(nobleGroup.generatorPower(trustee.secret)),
    questions: Array.from({ length: subjects }, (_, index) => ({
      question: `Đồng chí ${index + 1}`,
      answers: ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'],
    })),
  });
  if (!creation.ok) throw new Error(creation.refusal);
  const { election } = creation;
  const secrets = Array.from({ length: ballotCount }, () => createCredential(random));
  const papers = secrets.map((secret) => publicCredential(sodiumGroup, uuid, secret));
  const marks = election.questions.map((_, index) => index % 3);
  const ballots = secrets.map((secret) => createBallot(sodiumGroup, election, secret, marks, random).text);
  const setup = [election.text, writeSingleTrustees(trustee.text), writeCredentials(papers)] as const;
  const [text, trustees, list] = setup.map((part) => utf8Bytes(part)) as [Uint8Array, Uint8Array, Uint8Array];
  const events = [setupEvent(text, trustees, list), ...ballots.map((ballot) => ballotEvent(utf8Bytes(ballot)))];
  writeFileSync(join(folder, `${uuid}.bel`), writeRecord(Math.floor(Date.now() / 1000), events).bytes);
  writeFileSync(join(folder, 'trustee.privkey'), `"${trustee.secret}"`);
  writeFileSync(join(folder, 'credential'), secrets[0] ?? '');
  writeFileSync(
    join(folder, 'choice'),
    JSON.stringify(marks.map((mark) => [0, 1, 2].map((level) => +(level === mark)))),
  );
  const event = (type: string, content = '') =>
    tool('3.0', folder, ['archive', 'add-event', `--type=${type}`], content);
  event('EndBallots');
  event('EncryptedTally', tool('3.0', folder, ['election', 'compute-encrypted-tally']));
  const decrypt = ['election', 'decrypt', '--privkey', 'trustee.privkey', '--trustee-id', '1'];
  event('PartialDecryption', tool('3.0', folder, decrypt));
  event('Result', tool('3.0', folder, ['election', 'compute-result']));
  return { folder, election, credential: secrets[0] ?? '', credentials: new Set(papers), marks, ballots };
}
