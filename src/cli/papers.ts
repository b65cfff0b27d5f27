import { unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type Connection, call } from '../client/api.ts';
import { type PrintData, printPapers } from '../client/office.ts';
import { registerPrintRun } from '../client/register-print-run.ts';
import { printData } from '../contract/papers/papers.ts';
import { sessionId as sessionIdSchema } from '../domain/session/session.ts';
import { counted } from '../domain/text/fill-places.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import { loadFonts } from '../server/kit/fonts.ts';
import { connect, defaultServer } from './connect.ts';
import { fail } from './fail.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { nodeDevice } from './node-device.ts';
import { refusalText } from './refusal-text.ts';
import { writeDurably } from './write-durably.ts';

interface Options {
  readonly session: string;
  readonly count: number;
  readonly out: string;
  readonly slips: boolean;
  readonly server: string;
  readonly lang: Spoken;
}

export function papersCommand(): Command {
  return new Command('papers')
    .description('make ballot papers: credentials and PDF here, the public halves to the server')
    .requiredOption('--session <id>', 'the session')
    .requiredOption('--count <n>', 'how many papers', readCount)
    .requiredOption('--out <file>', 'the PDF to write; it must not exist')
    .option('--slips', 'slips for phones, eight to a page, instead of full ballot sheets', false)
    .option('--server <url>', 'where the service is', process.env.PHIEU_SERVER ?? defaultServer)
    .addOption(languageOption())
    .addHelpText('after', '\nSign-in: PHIEU_TOKEN, or PHIEU_USERNAME and PHIEU_PASSWORD, or asked on the terminal.')
    .action(run);
}

const largestPrintRun = 2000;

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= largestPrintRun) return count;
  throw new InvalidArgumentError(`a number from 1 to ${largestPrintRun}`);
}

async function run(options: Options): Promise<void> {
  const say = speaker(options.lang);
  const session = sessionIdSchema.safeParse(options.session);
  if (!session.success) return fail(say(sentences.noSession));
  const connected = await connect(options.server);
  if (!connected.ok) return fail(say(refusalText(connected)));
  const { connection } = connected;
  const data = await call(connection, printData, { params: { sessionId: session.data } });
  if (!data.ok) return fail(say(refusalText(data)));
  if (options.slips && !data.value.phonesVote) return fail(say(sentences.noPhones));
  await makePrintRun(connection, data.value, options, say);
}

/**
 * The PDF is on disk, name and all, before the server hears of the print run. Were it the other way round, a crash between
 * the two would leave registered papers that nobody can print: credentials exist in the PDF only. As it is, a crash
 * leaves at worst a PDF of papers that the server does not know; they cannot vote, and printing again costs paper only.
 */
async function makePrintRun(connection: Connection, data: PrintData, options: Options, say: Say): Promise<void> {
  const order = {
    kind: options.slips ? 'slips' : 'sheets',
    language: options.lang === 'en' ? 'en' : 'vi',
    createdAt: new Date(),
  } as const;
  const printed = await printPapers(nodeDevice, data, options.count, order, await loadFonts());
  const path = resolve(options.out);
  const written = await writeDurably(path, printed.pdf).catch((error: NodeJS.ErrnoException) => error);
  if (written) return fail(`${path}: ${say(written.code === 'EEXIST' ? sentences.exists : sentences.notWritten)}`);
  const registered = await registerPrintRun(connection, nodeDevice, data.sessionId, printed);
  if (registered.ok) {
    const { id, size } = registered.value;
    console.log(
      say({ vi: `${path}: ${size} tờ phiếu, lần in ${id}`, en: `${counted(size, 'paper')}, print run ${id}` }),
    );
    console.log(say(sentences.confirm));
    return;
  }
  // Unanswered: the papers may be registered, so they are kept. Refused: they can never vote, and must not be handed out.
  if (registered.refusal === 'unreachable') return fail(say(sentences.unknown));
  await unlink(path);
  fail(say(refusalText(registered)));
}

const sentences = {
  noSession: { vi: '--session: không phải mã đợt lấy phiếu', en: '--session: not the id of a session' },
  noPhones: {
    vi: '--slips: đợt này không bỏ phiếu bằng điện thoại',
    en: '--slips: phones do not vote in this session',
  },
  exists: { vi: 'tệp đã có, không ghi đè', en: 'the file exists and is not overwritten' },
  notWritten: { vi: 'không ghi được tệp; chưa đăng ký tờ nào', en: 'not written; no paper was registered' },
  confirm: {
    vi: 'Đếm các tờ vừa in rồi xác nhận lần in; tệp PDF chứa mã phiếu: in xong thì xóa.',
    en: 'Count the printed sheets and confirm the print run; the PDF holds the credentials: delete it once printed.',
  },
  unknown: {
    vi: 'Máy chủ không trả lời: chưa rõ lần in đã được đăng ký hay chưa. Xem các lần in của đợt; nếu không có, hủy tệp và in lại.',
    en: 'No answer from the server: look at the session’s print runs. If this one is not there, destroy the file and print again.',
  },
} satisfies Record<string, LocalText>;
