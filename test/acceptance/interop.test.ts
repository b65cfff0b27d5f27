import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyRecord } from '../../src/protocol/verify-record.ts';
import { sodiumGroup } from '../../src/server/sodium-group.ts';
import { audit, type ToolVersion, toolsAreHere, toolVersions } from '../support/belenios.ts';
import { expectedCounts, type Held, holdElection, holdToolElection, type Plan } from '../support/mixed-election.ts';
import { singleTeller, singleToolTeller, type Tellers, thresholdTellers } from '../support/mixed-tellers.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'interop-'));
});
afterAll(() => rmSync(root, { recursive: true }));
const folder = () => mkdtempSync(join(root, 'f-'));

/** Two voters vote again, one of them twice; one leaves lines unmarked; the last voter does not vote. */
const withRevotes: Omit<Plan, 'openers'> = {
  levels: [3, 4],
  voters: 5,
  votes: [
    { voter: 0, marks: [0, 0] },
    { voter: 1, marks: [1, 3] },
    { voter: 0, marks: [2, 2] },
    { voter: 2, marks: [undefined, 3] },
    { voter: 3, marks: [undefined, undefined] },
    { voter: 2, marks: [0, 1] },
    { voter: 0, marks: [1, undefined] },
  ],
};
const nobodyVotes: Omit<Plan, 'openers'> = { levels: [3, 4], voters: 3, votes: [] };
const otherLevels: Omit<Plan, 'openers'> = {
  levels: [1, 2, 5],
  voters: 2,
  votes: [
    { voter: 0, marks: [0, 1, 4] },
    { voter: 1, marks: [undefined, 1, 3] },
  ],
};

const ours = (threshold: number, count: number) => (): Tellers =>
  thresholdTellers(folder(), {
    threshold,
    tellers: Array.from({ length: count }, () => 'ours' as const),
    offices: ['ours'],
  });

/** Our audit with both versions of belenios-tool, which begins with their own, and our verifier accept a record and find the same counts. */
async function expectAllAgree({ uuid, fingerprint, record, supplement }: Held, plan: Plan): Promise<void> {
  const report = await verifyRecord(record, {
    group: sodiumGroup,
    uuid,
    final: true,
    ...(supplement === undefined ? {} : { supplement: new TextEncoder().encode(supplement) }),
  });
  expect(report.failure).toBeUndefined();
  expect(report.verified?.counts).toEqual(expectedCounts(plan));
  const home = folder();
  const file = join(home, `${uuid}.bel`);
  writeFileSync(file, record);
  writeFileSync(join(home, 'supplement'), supplement ?? '');
  const options = ['--final', '--uuid', uuid, '--fingerprint', fingerprint, '--head', report.head?.hash ?? ''];
  const accepts = async (version: ToolVersion) => {
    const more = supplement === undefined ? [] : ['--supplement', join(home, 'supplement')];
    const { status, output } = await audit(version, file, ...options, ...more);
    expect(output).toMatch(new RegExp(`^OK: ${plan.votes.length} ballots, ${report.head?.hash} `, 'm'));
    expect(status).toBe(0);
    const counts = [...output.matchAll(/^ {2}Đồng chí \d+: (.*) \(– \d+\)$/gm)].map(([, line = '']) =>
      line.split(', ').map((level) => Number(level.split(' ').at(-1))),
    );
    expect(counts).toEqual(expectedCounts(plan));
  };
  await Promise.all(toolVersions.map(accepts));
}

describe.skipIf(!toolsAreHere())('with belenios-tool', () => {
  test.each<[string, () => Tellers, number[], Omit<Plan, 'openers'>]>([
    ['a single teller', singleTeller, [1], withRevotes],
    ['a single teller and an empty box', singleTeller, [1], nobodyVotes],
    ['one, two and five levels side by side', singleTeller, [1], otherLevels],
    ['2 of 3 tellers', ours(2, 3), [3, 1], withRevotes],
    ['all of 2 of 3 tellers', ours(2, 3), [1, 2, 3], withRevotes],
    ['2 of 3 tellers and an empty box', ours(2, 3), [2, 3], nobodyVotes],
    ['3 of 5 tellers', ours(3, 5), [5, 1, 4], withRevotes],
    ['all of 3 of 5 tellers', ours(3, 5), [2, 1, 5, 3, 4], withRevotes],
  ])('a vote that we hold is accepted by both versions: %s', async (_, tellers, openers, votes) => {
    const plan = { ...votes, openers };
    await expectAllAgree(holdElection(folder(), plan, tellers()), plan);
  });

  test.each(toolVersions)('ballots that version %s seals for our vote are accepted and counted', async (version) => {
    const votes = withRevotes.votes.map((vote, index) => (index % 3 === 2 ? vote : { ...vote, with: version }));
    const plan = { ...withRevotes, votes, openers: [1] };
    await expectAllAgree(holdElection(folder(), plan, singleTeller()), plan);
  });

  test.each(toolVersions)('a vote held wholly with version %s is verified by us: single teller', async (version) => {
    for (const votes of [withRevotes, nobodyVotes]) {
      const plan = { ...votes, openers: [1] };
      const home = folder();
      await expectAllAgree(await holdToolElection(version, home, plan, singleToolTeller(version, home)), plan);
    }
  });

  test.each(toolVersions)('a vote held wholly with version %s is verified by us: 2 of 3 tellers', async (version) => {
    const plan = { ...withRevotes, openers: [3, 2] };
    const home = folder();
    const tellers = thresholdTellers(home, { threshold: 2, tellers: [version, version, version], offices: [version] });
    await expectAllAgree(await holdToolElection(version, home, plan, tellers), plan);
  });

  test('a vote held wholly with version 3.3 is verified by us: 3 of 5 tellers', async () => {
    const plan = { ...withRevotes, openers: [5, 1, 4] };
    const home = folder();
    const tellers = thresholdTellers(home, { threshold: 3, tellers: Array(5).fill('3.3'), offices: ['3.3'] });
    await expectAllAgree(await holdToolElection('3.3', home, plan, tellers), plan);
  });

  let together: Tellers | undefined;
  /** The same key for all its elections. */
  const mixedTellers = (): Tellers => {
    together ??= thresholdTellers(folder(), {
      threshold: 2,
      tellers: ['ours', '3.3', 'ours'],
      offices: ['ours', '3.3'],
    });
    return together;
  };

  test.each<[number[], 'our office' | 'its office']>([
    [[1, 2], 'our office'],
    [[3, 2], 'our office'],
    [[1, 3], 'its office'],
    [[3, 1, 2], 'its office'],
  ])(
    'tellers with our program and with version 3.3 make one key together, and %j open it: %s',
    async (openers, office) => {
      const plan = { ...withRevotes, openers };
      const home = folder();
      const tellers = mixedTellers();
      const held =
        office === 'our office'
          ? holdElection(home, plan, tellers)
          : await holdToolElection('3.3', home, plan, tellers);
      await expectAllAgree(held, plan);
    },
  );
});
