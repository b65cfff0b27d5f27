import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { counted } from '../domain/text/fill-places.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import { utf8Bytes } from '../protocol/encoding/utf8.ts';
import { verifyRecord } from '../protocol/verify/verify-record.ts';
import { type BallotWorkers, ballotWorkers } from './ballot-workers.ts';
import { compareResult } from './compare-result.ts';
import { databaseFolder, prepareFolder } from './demo/folder.ts';
import { type HeldVote, holdVote } from './demo/hold-vote.ts';
import { startService } from './demo/service-process.ts';
import { stepper, type TakeStep } from './demo/steps.ts';
import { readTable, type Table } from './demo/table-file.ts';
import { fail } from './fail.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { nodeDevice } from './node-device.ts';

interface Options {
  readonly out: string;
  readonly subjects: number;
  readonly voters: number;
  readonly tellers: number;
  readonly threshold: number;
  readonly form: string;
  readonly table?: string;
  readonly lang: Spoken;
  readonly killBetweenSteps: boolean;
}

export function demoCommand(): Command {
  return new Command('demo')
    .description('hold a whole vote on a server of its own, from roster to published result')
    .requiredOption('--out <folder>', 'where papers, record, result and minutes are left')
    .option('--subjects <n>', 'people voted on', count(1, 200), 15)
    .option('--voters <n>', 'people summoned; at least the subjects', count(1, 2000), 30)
    .option('--tellers <n>', '1 (demonstrations only) or 3 to 15', count(1, 15), 3)
    .option('--threshold <n>', 'how many tellers open the totals', count(1, 14), 2)
    .option('--form <id>', 'the ballot form', 'qd-96-2023')
    .option('--table <file>', 'replay a published table: its rows are the subjects')
    .option('--kill-between-steps', 'kill the server before every step and start it again', false)
    .addOption(languageOption())
    .action(run);
}

function count(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`a number from ${from} to ${to}`);
  };
}

async function run(options: Options): Promise<void> {
  const say = speaker(options.lang);
  const table = options.table === undefined ? undefined : await readTable(options.table);
  if (options.table !== undefined && table === undefined) return fail(say(words.noTable));
  const folder = resolve(options.out);
  const inTheWay = await prepareFolder(folder);
  if (inTheWay !== undefined) return fail(`${join(folder, inTheWay)}: ${say(words.inTheWay)}`);
  const workers = ballotWorkers();
  try {
    await hold(folder, options, table, workers, say);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  } finally {
    await workers.close();
  }
}

/** What a phone waits for in a hall of people is not waited for here. */
const device = {
  ...nodeDevice,
  wait: async (milliseconds: number) => {
    await wait(Math.min(milliseconds, 150));
  },
};

async function hold(
  folder: string,
  options: Options,
  table: Table | undefined,
  workers: BallotWorkers,
  say: Say,
): Promise<void> {
  const { subjects, voters, tellers, form: formId } = options;
  const threshold = tellers === 1 ? 1 : options.threshold;
  const service = await startService(join(folder, databaseFolder), {
    PHIEU_COUNTDOWN_SECONDS: '1',
    PHIEU_RECAST_PAUSE_SECONDS: '1',
    PHIEU_SINGLE_TELLER: tellers === 1 ? '1' : '0',
  });
  try {
    const take = stepper(service, say, (line) => console.log(line), options.killBetweenSteps);
    const stage = { service, device, checkBallots: workers.checkBallots, folder, take };
    const vote = await holdVote(stage, { subjects, voters, tellers, threshold, table, formId });
    await verify(vote, take, workers);
    for (const line of howToGoOn(folder, vote.sessionId, say)) console.log(line);
  } finally {
    await service.stop();
  }
}

/** Verified with everything that people know of the vote beside its record. */
async function verify({ taken, sessionId, tellers, trackers }: HeldVote, take: TakeStep, workers: BallotWorkers) {
  const { record, supplement, hints, documents, result } = taken;
  const [roll, form, briefing] = [documents.roll, documents.form, documents.briefing].map(utf8Bytes);
  const report = await take({
    name: { vi: 'Kiểm tra lại toàn bộ hồ sơ', en: 'The record verified again' },
    run: async () => {
      const verified = await verifyRecord(record, {
        group: device.group,
        uuid: sessionId,
        supplement,
        hints,
        final: true,
        trackers,
        heads: tellers.flatMap(({ memory }) => memory.heads),
        documents: { ...(roll && { roll }), ...(form && { form }), ...(briefing && { briefing }) },
        checkBallots: workers.checkBallots,
      });
      if (!verified.ok) throw new Error(JSON.stringify(verified.failure));
      const difference = compareResult(utf8Bytes(JSON.stringify(result)), verified, form);
      if (difference !== undefined) throw new Error(`result.json: ${difference}`);
      return verified;
    },
    found: ({ checks, numbers }) => ({
      vi: `${checks.length} kiểm tra đều đạt, ${numbers?.counted ?? 0} phiếu được đếm`,
      en: `all ${checks.length} checks hold, ${counted(numbers?.counted ?? 0, 'ballot')} counted`,
    }),
  });
  return report;
}

function howToGoOn(folder: string, uuid: string, say: Say): string[] {
  const record = join(folder, 'record', `${uuid}.bel`);
  const supplement = join(folder, 'record', `${uuid}.supplement.json`);
  return [
    `${say(words.left)}: ${folder}`,
    `${say(words.verify)}:`,
    `  npm run -s phieu -- verify ${record} --supplement ${supplement} --result ${join(folder, 'result.json')} --final`,
    `${say(words.audit)}:`,
    `  sh audit/audit.sh --final --tool <belenios-tool> --supplement ${supplement} ${record}`,
  ];
}

const words = {
  noTable: { vi: '--table: không phải bảng kết quả', en: '--table: not a published table' },
  inTheWay: { vi: 'đã có, không do lần chạy trước để lại', en: 'exists and is not of an earlier demonstration' },
  left: { vi: 'Kết quả ở', en: 'Left in' },
  verify: { vi: 'Kiểm tra hồ sơ bằng chương trình này', en: 'Verify the record with this program' },
  audit: { vi: 'hoặc bằng belenios-tool', en: 'or with belenios-tool, which is not ours' },
} satisfies Record<string, LocalText>;
