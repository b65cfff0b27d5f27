import { readFileSync, statSync } from 'node:fs';
import { Command } from 'commander';
import type { AuditChain, AuditHead, AuditPlace } from '../domain/audit.ts';
import { committeeId } from '../domain/committee/committee.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import { readConfig } from '../server/config.ts';
import { codeOf } from '../server/kit/error-code.ts';
import { withAuditMoment } from '../server/store/postgres/audit-database.ts';
import { openAuditFile } from '../server/store/sqlite/audit-file.ts';
import { databaseRefusal } from '../server/store/unfit-database.ts';
import { type AuditExport, firstBroken, headOf, readAuditExport } from './audit-export.ts';
import { filled } from './filled.ts';
import { languageOption, type Spoken, speaker } from './language.ts';
import { folderSentences } from './start-sentences.ts';

interface Options {
  readonly against: readonly string[];
  readonly head: readonly string[];
  readonly lang: Spoken;
}

/** The log that is checked, whichever way it came. */
interface Log {
  readonly brokenAt: AuditPlace | null;
  /** Where a chain ends; undefined where it has no entry, or where that is not known. */
  headOf(chain: AuditChain): AuditHead | undefined | Promise<AuditHead | undefined>;
  hashOf(place: AuditPlace): string | undefined | Promise<string | undefined>;
  /** It holds all chains; otherwise a chain that is missing says nothing. */
  readonly isWhole: boolean;
}

/** What an earlier look at the log has left: it must still say the same. */
interface Evidence extends AuditHead, AuditPlace {
  readonly from: string;
}

/** 0: it holds. 1: something was altered or cut off. 2: that cannot be told. */
type Verdict = readonly [status: 0 | 1 | 2, text: LocalText];

export function verifyAuditCommand(): Command {
  return new Command('verify-audit')
    .description(
      'check the audit log, in the database or exported, by itself and against what was written down earlier',
    )
    .argument('[path]', 'a data folder or an exported log; DATABASE_URL, or else DATA_DIR, when left out')
    .option('--against <file>', 'an earlier export: the log must still hold all of it (may be repeated)', collect, [])
    .option(
      '--head <end>',
      'an end that was written down, NUMBER:HASH or COMMITTEE/NUMBER:HASH of a committee’s log (may be repeated)',
      collect,
      [],
    )
    .addOption(languageOption())
    .action(run);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function run(path: string | undefined, { against, head, lang }: Options): Promise<void> {
  const [status, text] = await verdictOn(path === undefined ? chosenPlace() : { path }, against, head);
  const line = speaker(lang)(text);
  if (status === 2) console.error(`phieu: ${line}`);
  else console.log(line);
  process.exitCode = status;
}

/** Where the log is: a folder or a file, or a PostgreSQL database, which is called by its setting. */
type Place = { readonly path: string } | { readonly databaseUrl: string };

function chosenPlace(): Place {
  const read = readConfig();
  if (!read.ok) return { path: './data' };
  const { databaseUrl, dataFolder } = read.config;
  return databaseUrl === undefined ? { path: dataFolder } : { databaseUrl };
}

async function verdictOn(place: Place, against: readonly string[], heads: readonly string[]): Promise<Verdict> {
  const evidence: Evidence[] = [];
  for (const text of heads) {
    const [, own, number, hash] = /^(?:([^/]+)\/)?(\d+):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
    const chain = own === undefined ? null : committeeId.safeParse(own).data;
    if (hash === undefined || chain === undefined) return [2, about(text, words.noHead)];
    evidence.push({ from: text, chain, number: Number(number), hash: hash.toLowerCase() });
  }
  for (const file of against) {
    const earlier = readExport(file);
    if (earlier === undefined || firstBroken(earlier) !== null) return [2, about(file, words.unreadable)];
    for (const one of [...earlier.heads, ...earlier.entries]) evidence.push({ ...one, from: file });
  }
  if ('databaseUrl' in place) return await verdictOnDatabase(place.databaseUrl, evidence);
  const opened = openLog(place.path);
  if (opened === undefined) return [2, about(place.path, words.unreadable)];
  const verdict = await compare(opened, evidence);
  opened.close();
  return verdict;
}

async function verdictOnDatabase(url: string, evidence: readonly Evidence[]): Promise<Verdict> {
  try {
    return await withAuditMoment(url, async (log) => {
      const { brokenAt } = await log.check();
      return await compare({ ...log, brokenAt, isWhole: true }, evidence);
    });
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (refusal !== undefined) return [2, folderSentences[refusal]];
    // Its tables are not there: no database of this service.
    if (codeOf(error) === '42P01') return [2, about('DATABASE_URL', words.unreadable)];
    throw error;
  }
}

async function compare(log: Log, evidence: readonly Evidence[]): Promise<Verdict> {
  if (log.brokenAt !== null) return [1, filled(words.broken, { place: placeText(log.brokenAt) })];
  for (const { from, hash, ...named } of evidence) {
    const head = await log.headOf(named.chain);
    const place = placeText(named);
    if (head === undefined && !log.isWhole) return [2, about(from, filled(words.notHere, { place }))];
    const end = head?.number ?? 0;
    if (named.number > end) return [1, about(from, filled(words.cut, { place, end }))];
    const found = named.number === end ? head?.hash : await log.hashOf(named);
    if (found === undefined) return [2, about(from, filled(words.notHere, { place }))];
    if (found !== hash) return [1, about(from, filled(words.other, { place }))];
  }
  const head = await log.headOf(null);
  if (head === undefined) return [0, words.empty];
  return [0, filled(evidence.length > 0 ? words.holdsAll : words.holds, { ...head, count: evidence.length })];
}

/** As ends are written down: of a committee's chain with its id. */
function placeText({ chain, number }: AuditPlace): string {
  return chain === null ? String(number) : `${chain}/${number}`;
}

function openLog(path: string): (Log & { close(): void }) | undefined {
  try {
    if (!statSync(path).isDirectory()) return logOfExport(readExport(path));
    const file = openAuditFile(path);
    return file && { ...file, brokenAt: file.check().brokenAt, isWhole: true };
  } catch {
    // Not there, not to be read, or no database of this service: said as one to whoever runs the command.
    return undefined;
  }
}

function logOfExport(read: AuditExport | undefined): (Log & { close(): void }) | undefined {
  if (read === undefined) return undefined;
  const hashes = new Map(read.entries.map((entry) => [placeText(entry), entry.hash]));
  return {
    brokenAt: firstBroken(read),
    headOf: (chain) => headOf(read.heads, chain),
    hashOf: (place) => hashes.get(placeText(place)),
    isWhole: false,
    close: () => {},
  };
}

function readExport(path: string): AuditExport | undefined {
  try {
    return readAuditExport(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function about(what: string, { vi, en }: LocalText): LocalText {
  return { vi: `${what}: ${vi}`, en: `${what}: ${en}` };
}

const words = {
  unreadable: {
    vi: 'không đọc được, hoặc không phải nhật ký của chương trình này',
    en: 'cannot be read, or is no log of this service',
  },
  noHead: {
    vi: 'phải viết là SỐ:MÃ, của một cấp ủy thì CẤP ỦY/SỐ:MÃ (mã có 64 ký tự)',
    en: 'must be written NUMBER:HASH, of a committee COMMITTEE/NUMBER:HASH (64 digits)',
  },
  broken: {
    vi: 'KHÔNG ĐẠT: nhật ký đã bị sửa hoặc thiếu từ mục số {place}',
    en: 'FAILED: the log was altered, or is incomplete, from entry {place} on',
  },
  cut: {
    vi: 'KHÔNG ĐẠT: trước đây đã có mục số {place}, nay nhật ký kết thúc ở mục số {end}',
    en: 'FAILED: there was an entry {place}, and now the log ends with entry {end}',
  },
  other: {
    vi: 'KHÔNG ĐẠT: mục số {place} không còn như trước',
    en: 'FAILED: entry {place} is not what it was',
  },
  notHere: {
    vi: 'không kết luận được: tệp này không có mục số {place}; hãy đối chiếu với thư mục dữ liệu',
    en: 'cannot be told: entry {place} is not in this export; check against the data folder',
  },
  empty: { vi: 'ĐẠT: nhật ký chưa có mục nào', en: 'HOLDS: the log has no entry yet' },
  holds: {
    vi: 'ĐẠT: các mục nối liền, đến mục số {number}. Hãy ghi lại ở nơi khác để đối chiếu sau: {number}:{hash}',
    en: 'HOLDS: the entries are chained, up to entry {number}. Write it down elsewhere, to compare later: {number}:{hash}',
  },
  holdsAll: {
    vi: 'ĐẠT: các mục nối liền đến mục số {number}, và {count} điều đã ghi trước đây vẫn đúng. Hãy ghi lại: {number}:{hash}',
    en: 'HOLDS: the entries are chained up to entry {number}, and what was written down before ({count} {count|fact|facts}) still stands. Write down: {number}:{hash}',
  },
} as const satisfies Record<string, LocalText>;
