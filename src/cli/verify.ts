import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { verifyRecord } from '../protocol/verify/verify-record.ts';
import type { VerifyReport } from '../protocol/verify/verify-report.ts';
import { sodiumGroup } from '../server/arithmetic/sodium-group.ts';
import { ballotWorkers } from './ballot-workers.ts';
import { compareResult } from './compare-result.ts';
import { fail } from './fail.ts';
import { hintsBeside } from './hints-beside.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { assuranceLine, checkLines, failureLine, fingerprintLines, stageLine, totalLines } from './verify-lines.ts';

interface Options {
  readonly supplement?: string;
  readonly hints?: string;
  readonly result?: string;
  readonly final: boolean;
  readonly head: readonly string[];
  readonly uuid?: string;
  readonly tracker: readonly string[];
  readonly roll?: string;
  readonly form?: string;
  readonly briefing?: string;
  readonly lang: Spoken;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('verify a record alone and offline, whatever the file is called')
    .argument('<file>', 'the record, <uuid>.bel')
    .option('--supplement <file>', '<uuid>.supplement.json: the tellers’ supplementary proofs, unused and void papers')
    .option('--hints <file>', '<uuid>.hints, which makes checking ballots fast (default: beside the record)')
    .option('--result <file>', 'result.json, to be compared with the record')
    .option('--final', 'demand a result', false)
    .option('--head <hash>', 'demand that this published head is on the chain (may be repeated)', collect, [])
    .option('--tracker <tracker>', 'demand that this ballot is counted (may be repeated)', collect, [])
    .option('--uuid <uuid>', 'demand that this is the record of the announced election')
    .option('--roll <file>', 'the roll whose hash the election carries')
    .option('--form <file>', 'the ballot form whose hash the election carries')
    .option('--briefing <file>', 'the briefing whose hash the election carries')
    .addOption(languageOption())
    .action(run);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** What is given beside the record. A file that was named and cannot be read is a failure, never left out. */
const companions = ['supplement', 'hints', 'result', 'roll', 'form', 'briefing'] as const;
type Companions = { readonly [Name in (typeof companions)[number]]?: Uint8Array };

async function run(path: string, options: Options): Promise<void> {
  const say = speaker(options.lang);
  const record = await read(path, say);
  const files: Partial<Record<keyof Companions, Uint8Array>> = {};
  for (const name of companions) {
    const named = options[name];
    const content = named === undefined ? undefined : await read(named, say);
    if (content !== undefined) files[name] = content;
  }
  if (record === undefined || process.exitCode) return;
  const hints = files.hints ?? (await hintsBeside(path, record));
  if (hints !== undefined) files.hints = hints;
  const report = await verify(record, options, files);
  print(report, options, files, say);
}

async function read(path: string, say: Say): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => {
    fail(`${path}: ${say(words.unreadable)}`);
    return undefined;
  });
}

async function verify(record: Uint8Array, options: Options, files: Companions): Promise<VerifyReport> {
  const workers = ballotWorkers();
  const { roll, form, briefing, supplement, hints } = files;
  try {
    return await verifyRecord(record, {
      group: sodiumGroup,
      checkBallots: workers.checkBallots,
      documents: { ...(roll && { roll }), ...(form && { form }), ...(briefing && { briefing }) },
      heads: options.head.map((hash) => ({ hash })),
      trackers: options.tracker,
      final: options.final,
      ...(supplement && { supplement }),
      ...(hints && { hints }),
      ...(options.uuid === undefined ? {} : { uuid: options.uuid }),
    });
  } finally {
    await workers.close();
  }
}

function print(report: VerifyReport, options: Options, files: Companions, say: Say): void {
  const difference = report.ok && files.result ? compareResult(files.result, report, files.form) : undefined;
  for (const line of checkLines(report, say)) console.log(line);
  const findings = [...totalLines(report, say), ...fingerprintLines(report, say)];
  for (const line of findings) console.log(line);
  if (report.ok) console.log(stageLine(report, say));
  if (report.ok && report.assurance !== undefined) console.log(assuranceLine(report, say));
  if (report.ok && options.result !== undefined && difference === undefined) console.log(say(words.sameResult));
  console.log(verdictLine(report, difference, say));
  if (!report.ok || difference !== undefined) process.exitCode = 1;
}

function verdictLine(report: VerifyReport, difference: string | undefined, say: Say): string {
  if (!report.ok) return failureLine(report, say);
  if (difference !== undefined) return `${say(words.otherResult)}: ${difference}`;
  return say(report.assurance === 'nothing' ? words.holdsUnproven : words.holds);
}

const words = {
  unreadable: { vi: 'không đọc được tệp', en: 'cannot be read' },
  sameResult: { vi: 'result.json: khớp với hồ sơ', en: 'result.json: agrees with the record' },
  otherResult: { vi: 'KHÔNG ĐẠT: result.json khác hồ sơ', en: 'FAILED: result.json differs from the record' },
  holds: { vi: 'ĐẠT: mọi kiểm tra đều đúng', en: 'HOLDS: every check passed' },
  // PROTOCOL §9: an honest record and a shifted one look the same here; only the supplement tells them apart.
  holdsUnproven: {
    vi: 'ĐẠT, trừ tổng số: mọi kiểm tra trên riêng hồ sơ đều đúng, nhưng chỉ phụ lục mới chứng minh được tổng số',
    en: 'HOLDS, but for the totals: every check of the record alone passed, yet only the supplement can prove the totals',
  },
};
