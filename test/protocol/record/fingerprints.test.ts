import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { hexToBase64, sha256Base64 } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { recordFingerprints } from '../../../src/protocol/record/fingerprints.ts';
import { anElection } from '../../support/build/elections.ts';
import { good } from '../../support/build/good.ts';
import { vectorJson, vectorText } from '../../support/build/vectors.ts';

interface Checksums {
  readonly trustees: readonly { readonly checksum: string }[];
  readonly trustees_threshold: readonly {
    readonly trustees: readonly { readonly pki_key: string; readonly verification_key: string }[];
  }[];
}

test.each(['single-3subjects', 'threshold-2of3-gcm'])(
  'people compare what the tool shows of each trustee, and of a tally where there is one: %s',
  async (folder) => {
    const trustees = good(checkTrustees(group, (await vectorText(`${folder}/trustees.json`)).trimEnd()));
    const tool = await vectorJson<Checksums>(`${folder}/checksums.json`);
    const election = anElection(group);
    const of = (tally: string | undefined) =>
      recordFingerprints(
        election,
        trustees,
        utf8Bytes('[]'),
        ['tracker'],
        tally ? { cells: [], text: tally } : undefined,
      );
    const single = tool.trustees.map(({ checksum }) => ({ key: hexToBase64(checksum) }));
    const threshold = tool.trustees_threshold
      .flatMap((item) => item.trustees)
      .map((one) => ({ key: hexToBase64(one.verification_key), certificate: hexToBase64(one.pki_key) }));
    const untallied = {
      election: election.fingerprint,
      credentials: sha256Base64('[]'),
      trustees: [...single, ...threshold].map((one, at) => ({ owner: at + 1, ...one })),
      trackers: ['tracker'],
    };
    expect(of(undefined)).toEqual(untallied);
    expect(of('[]')).toEqual({ ...untallied, encryptedTally: sha256Base64('[]') });
  },
);
