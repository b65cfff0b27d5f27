import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { expectedCounts, type Held, holdElection, holdToolElection, type Plan } from '../build/mixed-election.ts';
import { singleTeller, singleToolTeller, type Tellers, thresholdTellers } from '../build/mixed-tellers.ts';
import { audit, type ToolVersion, toolsAreHere, toolVersions } from '../service/belenios.ts';

type Votes = Omit<Plan, 'openers'>;

/** Two voters vote again, one of them twice; one leaves lines unmarked; the last voter does not vote. */
export const withRevotes: Votes = {
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
export const nobodyVotes: Votes = { levels: [3, 4], voters: 3, votes: [] };
export const otherLevels: Votes = {
  levels: [1, 2, 5],
  voters: 2,
  votes: [
    { voter: 0, marks: [0, 1, 4] },
    { voter: 1, marks: [undefined, 1, 3] },
  ],
};

/** Who makes the key and how many of them open the totals. */
export interface Board {
  readonly threshold: number;
  readonly size: number;
  /** Numbers of those who open, in the order in which they come. */
  readonly openers: number[];
}

export interface InteropCases {
  /** Votes that we hold, which both versions of the tool accept. */
  readonly ours: readonly (readonly [name: string, board: Board, votes: Votes])[];
  /** Versions that seal ballots for a vote of ours. */
  readonly sealers: readonly ToolVersion[];
  /** Votes held wholly with one version. */
  readonly wholly: readonly (readonly [version: ToolVersion, name: string, board: Board, votes: Votes])[];
  /** Who opens a key that our program and version 3.3 made together, and with whose office. */
  readonly mixed: readonly (readonly [openers: number[], office: 'our office' | 'its office'])[];
}

/** That our program and both versions of belenios-tool agree about every vote of these kinds. */
export function testInterop(cases: InteropCases): void {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'interop-'));
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const folder = () => mkdtempSync(join(root, 'f-'));

  const ourTellers = ({ threshold, size }: Board): Tellers =>
    size === 1
      ? singleTeller()
      : thresholdTellers(folder(), { threshold, tellers: Array(size).fill('ours'), offices: ['ours'] });
  const toolTellers = (version: ToolVersion, home: string, { threshold, size }: Board): Tellers =>
    size === 1
      ? singleToolTeller(version, home)
      : thresholdTellers(home, { threshold, tellers: Array(size).fill(version), offices: [version] });
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

  describe.skipIf(!toolsAreHere())('with belenios-tool', () => {
    test.each(cases.ours)('a vote that we hold is accepted by both versions: %s', async (_, board, votes) => {
      const plan = { ...votes, openers: board.openers };
      await expectAllAgree(folder(), holdElection(folder(), plan, ourTellers(board)), plan);
    });

    test.each(cases.sealers)('ballots that version %s seals for our vote are accepted and counted', async (version) => {
      const votes = withRevotes.votes.map((vote, index) => (index % 3 === 2 ? vote : { ...vote, with: version }));
      const plan = { ...withRevotes, votes, openers: [1] };
      await expectAllAgree(folder(), holdElection(folder(), plan, singleTeller()), plan);
    });

    test.each(cases.wholly)('a vote held wholly with version %s is verified by us: %s', async (...one) => {
      const [version, , board, votes] = one;
      const plan = { ...votes, openers: board.openers };
      const home = folder();
      const held = await holdToolElection(version, home, plan, toolTellers(version, home, board));
      await expectAllAgree(folder(), held, plan);
    });

    test.each(cases.mixed)(
      'tellers with our program and with version 3.3 make one key together, and %j open it: %s',
      async (openers, office) => {
        const plan = { ...withRevotes, openers };
        const [home, tellers] = [folder(), mixedTellers()];
        const held =
          office === 'our office'
            ? holdElection(home, plan, tellers)
            : await holdToolElection('3.3', home, plan, tellers);
        await expectAllAgree(folder(), held, plan);
      },
    );
  });
}

/** Our audit with both versions of belenios-tool, which begins with their own, and our verifier accept a record and find the same counts. */
async function expectAllAgree(
  home: string,
  { uuid, fingerprint, record, supplement }: Held,
  plan: Plan,
): Promise<void> {
  const report = await verifyRecord(record, {
    group: sodiumGroup,
    uuid,
    final: true,
    ...(supplement === undefined ? {} : { supplement: new TextEncoder().encode(supplement) }),
  });
  expect(report.failure).toBeUndefined();
  expect(report.verified?.counts).toEqual(expectedCounts(plan));
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
