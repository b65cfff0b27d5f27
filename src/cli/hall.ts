import { spawn } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { Command } from 'commander';
import QRCode from 'qrcode';
import type { LocalText } from '../domain/text/local-text.ts';
import { type Config, readConfig } from '../server/config.ts';
import { configuredSignIn } from '../server/http/public-origin.ts';
import { hallAddresses } from '../server/start/hall-addresses.ts';
import { type PreparedHall, prepareHall } from '../server/start/prepare-hall.ts';
import { fail } from './fail.ts';
import { filled } from './filled.ts';
import { speaker } from './language.ts';
import { runService } from './serve.ts';
import { hallSentences } from './start-sentences.ts';

const say = speaker('both');

interface Options {
  readonly build: boolean;
  readonly address?: string;
  readonly renew: boolean;
  readonly open: boolean;
}

export function hallCommand(): Command {
  return new Command('hall')
    .description('serve a hall from this machine: finds its address, makes a certificate, shows codes for phones')
    .option('--build', 'build the pages first when their sources are newer', false)
    .option('--address <host>', "one of this machine's addresses, or a name that the hall's router answers with one")
    .option('--renew', 'make another certificate; tellers install its authority anew', false)
    .option('--no-open', 'do not open the page with the codes in a browser')
    .action(run);
}

async function run({ build, address, renew, open }: Options): Promise<void> {
  const first = readConfig();
  if (!first.ok) return fail(say(first.problem));
  const all = hallAddresses(networkInterfaces());
  const prepared = await prepareHall(first.config, { host: address, renew }, all, new Date());
  if (!prepared.ok) {
    const asked = prepared.refusal === 'hall-hears-itself-only' ? first.config.host : address;
    const places = { address: asked ?? first.config.publicUrl ?? '', all: all.join(', ') };
    return fail(say(filled(hallSentences[prepared.refusal], places)));
  }
  const read = readConfig({ ...process.env, ...prepared.value.settings });
  if (!read.ok) return fail(say(read.problem));
  const { config } = read;
  return runService(config, build, ({ url }) => {
    for (const line of linesOf(config, prepared.value)) console.log(line);
    if (open) openInBrowser(`${url}/hall`);
  });
}

/** What whoever started the hall is told, with a code that leads phones to the page of all others. */
function linesOf(config: Config, { certificate, others }: PreparedHall): string[] {
  const papers = config.publicUrl ?? '';
  const code = QRCode.create(`${papers}/hall`, { errorCorrectionLevel: 'M' });
  return [
    '',
    say(words[certificate]),
    `${say(words.papers)}: ${papers}`,
    `${say(words.signIn)}: ${configuredSignIn(config) ?? papers}`,
    `${say(words.codes)}: ${papers}/hall`,
    ...(others.length === 0 ? [] : [say(filled(words.others, { others: others.join(', ') }))]),
    inBlocks(code.modules),
  ];
}

interface Modules {
  readonly size: number;
  get(row: number, column: number): number;
}

/** Two rows of a code in a line, light on dark as terminals mostly are, with a quiet zone. */
function inBlocks(modules: Modules): string {
  const quiet = 2;
  const isLight = (row: number, column: number) =>
    row < 0 || column < 0 || row >= modules.size || column >= modules.size || modules.get(row, column) !== 1;
  const lines: string[] = [];
  for (let row = -quiet; row < modules.size + quiet; row += 2) {
    let line = '';
    for (let column = -quiet; column < modules.size + quiet; column += 1) {
      const [above, below] = [isLight(row, column), isLight(row + 1, column)];
      line += above ? (below ? '█' : '▀') : below ? '▄' : ' ';
    }
    lines.push(line);
  }
  return lines.join('\n');
}

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** The address stands on the terminal all the same, so a machine without a browser only says that it has none. */
function openInBrowser(address: string): void {
  const [program, ...before] = openers[process.platform] ?? [];
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (program === undefined || !hasScreen) return;
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log(say(filled(words.openYourself, { address }))));
  child.unref();
}

const words = {
  made: {
    vi: 'Đã tạo chứng thư số mới cho hội trường (tối đa 60 ngày). Điện thoại của ban kiểm phiếu cần cài chứng thư số gốc theo trang hướng dẫn dưới đây.',
    en: 'A new certificate was made for this hall (60 days at most). Tellers’ phones have to install its authority, as the page below shows.',
  },
  kept: {
    vi: 'Dùng chứng thư số sẵn có: điện thoại đã cài chứng thư số gốc vẫn dùng được.',
    en: 'The certificate of before is used: phones that have installed its authority go on.',
  },
  trusted: {
    vi: 'Dùng chứng thư số mà điện thoại nào cũng tin: không phải cài gì.',
    en: 'A certificate is used that every phone trusts: nothing is to be installed.',
  },
  papers: { vi: 'Địa chỉ in trên phiếu', en: 'Papers lead to' },
  signIn: { vi: 'Ban kiểm phiếu, văn phòng đăng nhập tại', en: 'Tellers and office sign in at' },
  codes: { vi: 'Thử bằng điện thoại, cài chứng thư số gốc', en: 'Test with a phone, install the authority' },
  others: {
    vi: 'Máy này còn có địa chỉ {others}; nếu điện thoại không vào được, chạy lại với --address',
    en: 'This machine also has {others}; where phones do not come in, start again with --address',
  },
  openYourself: { vi: 'Hãy tự mở {address}', en: 'Open {address} yourself' },
} as const satisfies Record<string, LocalText>;
