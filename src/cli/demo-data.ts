import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import type { LocalText } from '../domain/text/local-text.ts';
import { readConfig } from '../server/config.ts';
import { localDay } from '../server/kit/local-time.ts';
import { ballotWorkers } from './ballot-workers.ts';
import { drawPassword } from './demo/people.ts';
import { findForm, makeAdministrator } from './demo/prepare.ts';
import { issueRoundPlan } from './demo/round.ts';
import { type ServiceProcess, startService } from './demo/service-process.ts';
import { enrolExample } from './demo-data/people.ts';
import { layOutProvince, type StageName, stages } from './demo-data/province.ts';
import { type LaidSession, laySession } from './demo-data/sessions.ts';
import { signInSheet, stageWords } from './demo-data/sign-in-sheet.ts';
import { fail } from './fail.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { nodeDevice } from './node-device.ts';
import { writeDurably } from './write-durably.ts';

interface Options {
  readonly out: string;
  readonly stages: readonly StageName[];
  readonly lang: Spoken;
}

export function demoDataCommand(): Command {
  return new Command('demo-data')
    .description('load an example province into an empty service: people, and a session in each state')
    .option('--out <folder>', 'where sign-ins and printed papers are left', './demo-papers')
    .option('--stages <list>', 'states to leave a session in', readStages, stages)
    .addOption(languageOption())
    .action(run);
}

function readStages(text: string): readonly StageName[] {
  const names: readonly string[] = text.split(',');
  const unknown = names.find((name) => !stages.some((stage) => stage === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown}: ${stages.join(',')}`);
  return stages.filter((stage) => names.includes(stage));
}

const device = {
  ...nodeDevice,
  wait: async (milliseconds: number) => {
    await wait(Math.min(milliseconds, 150));
  },
};

async function run({ out, lang, stages: wanted }: Options): Promise<void> {
  const say = speaker(lang);
  const read = readConfig();
  if (!read.ok) return fail(say(read.problem));
  if (read.config.port === 0) return fail(say(words.fixedPort));
  const { port, dataFolder, databaseUrl = '', publicUrl = `http://localhost:${port}` } = read.config;
  const settings = {
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    PHIEU_COUNTDOWN_SECONDS: '1',
    DATABASE_URL: databaseUrl,
  };
  const service = await startService(dataFolder, settings).catch((error: Error) => error);
  if (service instanceof Error) return fail(service.message);
  try {
    const token = service.setupToken();
    if (token === undefined) return fail(`${dataFolder}: ${say(words.notEmpty)}`);
    await lay(service, token, { address: publicUrl, folder: resolve(out), wanted, lang, say });
  } finally {
    await service.stop();
  }
}

interface Wanted {
  readonly address: string;
  readonly folder: string;
  readonly wanted: readonly StageName[];
  readonly lang: Spoken;
  readonly say: Say;
}

/** Where the example rates: members in one commune, published; organisations in another, still being named. */
const ratings: Partial<Record<StageName, { readonly formId: string; readonly number: string }>> = {
  draft: { formId: '366-qd-tw-2025-org', number: '32-KH/TU' },
  published: { formId: '366-qd-tw-2025', number: '31-KH/TU' },
};

/** Through the service's own API, as people would, so that everything in the example is real. */
async function lay(
  service: ServiceProcess,
  token: string,
  { address, folder, wanted, lang, say }: Wanted,
): Promise<void> {
  const { baseUrl } = service;
  const password = drawPassword(device.random).slice(0, 12);
  const administrator = await makeAdministrator(baseUrl, token, password);
  const province = await layOutProvince(administrator);
  const people = await enrolExample(administrator, province, password);
  const form = await findForm(administrator, 'qd-96-2023');
  await mkdir(folder, { recursive: true });
  const workers = ballotWorkers();
  const { checkBallots } = workers;
  const shared = { baseUrl, device, checkBallots, folder, superior: province.top.name, tellers: people.tellers };
  const hall = { ...shared, form, planId: null };
  const sessions = new Map<StageName, LaidSession>();
  const today = new Date();
  const day = localDay(today);
  const earlier = `${Number(day.slice(0, 4)) - 1}-11-20`;
  try {
    for (const stage of wanted) {
      const commune = province.communes.get(stage);
      const conducting = people.communes.get(stage);
      if (commune === undefined || conducting === undefined) throw new Error(`no commune for ${stage}`);
      if (stage === 'published') await laySession(hall, commune, conducting, stage, earlier);
      sessions.set(stage, await laySession(hall, commune, conducting, stage, day));
      console.log(`${commune.name}: ${say(stageWords[stage])}`);
      const rated = ratings[stage];
      if (rated === undefined) continue;
      // The rating of the year stands beside the confidence vote, under a plan of its own.
      const ratedBy = await findForm(administrator, rated.formId);
      const { number } = rated;
      const planId = await issueRoundPlan(people.topOffice, province.top.id, ratedBy, { number, today: day });
      await laySession({ ...shared, form: ratedBy, planId }, commune, conducting, stage, day);
    }
  } finally {
    await workers.close();
  }
  const sheet = join(folder, 'sign-ins.pdf');
  await writeDurably(sheet, await signInSheet({ province, people, sessions, password, address }, lang, say, today));
  for (const line of howToGoOn(sheet, password, address, say)) console.log(line);
}

function howToGoOn(sheet: string, password: string, address: string, say: Say): string[] {
  return [
    `${say(words.printed)}: ${sheet}`,
    `${say(words.password)}: ${password}`,
    `${say(words.start)}: ${startCommand()}, ${address}`,
  ];
}

/** The service is to be started with the settings that the papers were made with. */
function startCommand(): string {
  const given = ['DATA_DIR', 'PORT', 'PUBLIC_URL'].filter((name) => process.env[name]);
  return [...given.map((name) => `${name}=${process.env[name]}`), 'npm start'].join(' ');
}

const words = {
  fixedPort: {
    vi: 'PORT=0: phiếu mẫu cần một cổng cố định, là cổng mà dịch vụ sẽ chạy sau đó',
    en: 'PORT=0: the example’s papers need a fixed port, which the service is started at afterwards',
  },
  notEmpty: {
    vi: 'đã có dữ liệu; tỉnh mẫu chỉ nạp vào một thư mục trống (đặt DATA_DIR khác)',
    en: 'holds data already; the example is loaded into an empty folder only (set another DATA_DIR)',
  },
  printed: { vi: 'Tài khoản, thẻ khóa', en: 'Sign-ins and key cards' },
  password: { vi: 'Mật khẩu chung', en: 'Everybody’s password' },
  start: { vi: 'Mở trang', en: 'Look at it' },
} as const satisfies Record<string, LocalText>;
