import { z } from 'zod';
import type { LocalText } from '../../domain/text/local-text.ts';
import type { PublicUrlRefusal } from './public-url.ts';

/** A setting: what it may be, and how it is told to whoever runs the service. */
interface Setting<Value> {
  readonly schema: z.ZodType<Value, string | undefined>;
  /** As docs/operation.md shows it. */
  readonly shownDefault: string;
  readonly meaning: string;
  /** Ends the sentence that names an impossible value. */
  readonly must: LocalText;
}

function setting<Value>(
  schema: z.ZodType<Value, string | undefined>,
  shownDefault: string,
  meaning: string,
  must: LocalText,
): Setting<Value> {
  return { schema, shownDefault, meaning, must };
}

/** Digits alone: `0x50`, `1e3` and `3000.0` are numbers to JavaScript, and slips to people. */
function wholeNumber(least: number, greatest: number, fallback: number, meaning: string, shown = String(fallback)) {
  const schema = z
    .string()
    .regex(/^\d{1,9}$/)
    .default(String(fallback))
    .transform(Number)
    .pipe(z.int().min(least).max(greatest));
  return setting(schema, shown, meaning, {
    vi: `phải là số nguyên từ ${least} đến ${greatest}, chỉ gồm chữ số`,
    en: `must be a whole number from ${least} to ${greatest}, in digits`,
  });
}

function flag(meaning: string) {
  const schema = z
    .enum(['0', '1', 'true', 'false'])
    .default('0')
    .transform((text) => text === '1' || text === 'true');
  return setting(schema, '0', meaning, { vi: 'phải là 0 hoặc 1', en: 'must be 0 or 1' });
}

const notEmpty: LocalText = { vi: 'không được để trống', en: 'must not be empty' };
const aFile: LocalText = { vi: 'phải là đường dẫn đến một tệp', en: 'must be the path of a file' };

function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]): LocalText {
  return { vi: `phải là một trong: ${words.join(', ')}`, en: `must be one of: ${words.join(', ')}` };
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const secondFactors = ['required', 'offered'] as const;

/** Shorter, one paper can fill the record that every teller has to fetch and verify. */
export const usualRecastPauseSeconds = 10;

/** Whether `pg` can read it: it says what it cannot, the password too, in an error. */
function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) return false;
  try {
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** Every setting of the service, in the order in which docs/operation.md shows them (`npm run settings` writes the table). */
export const settings = {
  PORT: wholeNumber(0, 65_535, 3000, 'where it listens; 0 takes any free port'),
  HOST: setting(
    z.string().min(1).default('0.0.0.0'),
    '0.0.0.0',
    'the address it listens on; `0.0.0.0` is every one of this machine',
    notEmpty,
  ),
  DATA_DIR: setting(
    z.string().min(1).default('./data'),
    './data',
    'database and secret of sign-ins; one process at a time',
    notEmpty,
  ),
  DATABASE_URL: setting(
    z.string().refine(isDatabaseUrl).optional(),
    'none',
    'a PostgreSQL database (`postgres://name:password@host:5432/database?sslmode=verify-full`) instead of the one embedded in `DATA_DIR`; several nodes may use one',
    {
      vi: 'phải là địa chỉ postgres://tên:mật-khẩu@máy-chủ:cổng/cơ-sở-dữ-liệu; ký tự đặc biệt trong tên và mật khẩu viết theo mã %XX',
      en: 'must be an address postgres://name:password@host:port/database, with special characters of name and password as %XX',
    },
  ),
  PHIEU_SECRET_FILE: setting(
    z.string().min(1).optional(),
    'made in `DATA_DIR`',
    'file with the secret that signs sign-ins: base64url of 32 random bytes at least. Several nodes need the same',
    aFile,
  ),
  PUBLIC_URL: setting(
    z.string().optional(),
    'see below',
    'what people type: `https://` (or `http://`), name and port; links on papers begin with it. `https://…` makes cookies TLS-only',
    { vi: 'phải là địa chỉ bắt đầu bằng http:// hoặc https://', en: 'must be an address with http:// or https://' },
  ),
  TLS_CERT: setting(
    z.string().optional(),
    'none',
    'certificate, a file in PEM; with `TLS_KEY` the service speaks TLS itself, beside plain http',
    aFile,
  ),
  TLS_KEY: setting(z.string().optional(), 'none', 'its key, a file in PEM', aFile),
  TLS_PORT: wholeNumber(0, 65_535, 3443, 'where it speaks TLS'),
  TLS_AUTHORITY: setting(
    z.string().optional(),
    'none',
    'the certificate of the authority that issued `TLS_CERT`, in PEM, where phones have to install it: `/hall` offers it',
    aFile,
  ),
  TRUST_PROXY: flag('1 behind a reverse proxy that sets `X-Forwarded-Proto` and `X-Forwarded-Host`'),
  LOG_LEVEL: setting(z.enum(logLevels).default('info'), 'info', logLevels.map((one) => `\`${one}\``).join(', '), {
    ...oneOf(logLevels),
  }),
  PHIEU_WORKERS: wholeNumber(0, 256, 0, 'threads for checking ballots, at least two; 0 is one per core'),
  PHIEU_COUNTDOWN_SECONDS: wholeNumber(0, 3600, 60, 'between the decision to end phone voting and its end'),
  PHIEU_RECAST_PAUSE_SECONDS: wholeNumber(
    0,
    600,
    usualRecastPauseSeconds,
    'between two phone ballots of one paper; less is for tests only, and the start says so',
  ),
  PHIEU_SECOND_FACTOR: setting(
    z.enum(secondFactors).optional(),
    'see below',
    '`required` or `offered`: whether duties take an authenticator app',
    oneOf(secondFactors),
  ),
  SMTP_URL: setting(
    z.url({ protocol: /^smtps?$/ }).optional(),
    'none',
    'reminders by e-mail: the mail server (`smtps://name:password@host`)',
    { vi: 'phải là địa chỉ bắt đầu bằng smtp:// hoặc smtps://', en: 'must be an address with smtp:// or smtps://' },
  ),
  SMTP_FROM: setting(z.email().optional(), 'none', 'the sender of reminders; needed with `SMTP_URL`', {
    vi: 'phải là một địa chỉ thư điện tử',
    en: 'must be an e-mail address',
  }),
  PHIEU_STOP_SECONDS: wholeNumber(
    0,
    600,
    10,
    'when it is told to stop: how long open requests, and the work for them, may take to finish',
  ),
  PHIEU_DRAIN_SECONDS: wholeNumber(
    0,
    600,
    0,
    'behind a load balancer: how long a node that is told to stop goes on as before, while `/readyz` already says 503',
  ),
  PHIEU_BACKUP_DIR: setting(
    z.string().min(1).optional(),
    'below `DATA_DIR`',
    'folder for the backups that the service makes of itself; best on another disk',
    notEmpty,
  ),
  PHIEU_BACKUP_HOURS: wholeNumber(0, 8760, 0, 'makes a backup every so many hours; 0 makes none by itself'),
  PHIEU_BACKUP_KEEP: wholeNumber(1, 10_000, 14, 'so many of them are kept, the oldest go'),
  PHIEU_LINK_KEYS_DIR: setting(
    z.string().min(1).optional(),
    'below `DATA_DIR`',
    'folder, there already, for the keys that open which voter has which phone paper until closing; shared by nodes, never backed up',
    notEmpty,
  ),
  PHIEU_METRICS_TOKEN: setting(
    z.string().min(20).optional(),
    'none',
    'who reads `/metrics` sends it (`Authorization: Bearer …`); without one only this machine itself reads them',
    { vi: 'phải có ít nhất 20 ký tự', en: 'must have at least 20 characters' },
  ),
  PHIEU_OFFICE: setting(
    z
      .string()
      .normalize()
      .trim()
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u)
      .optional(),
    'none',
    'whose service it is (`Văn phòng Tỉnh ủy Bến Tre`): stands at the head of every page',
    { vi: 'phải là một dòng có nhiều nhất 80 ký tự', en: 'must be one line of at most 80 characters' },
  ),
  PHIEU_SINGLE_TELLER: flag('1 allows one teller, who then sees every total alone: for demonstrations only'),
} as const;

export type SettingName = keyof typeof settings;

/** What an address that is refused must be. */
export const publicUrlMust: Readonly<Record<PublicUrlRefusal, LocalText>> = {
  'public-url-invalid': settings.PUBLIC_URL.must,
  'public-url-with-user': {
    vi: 'không được kèm tên người dùng hoặc mật khẩu (phần trước @)',
    en: 'must not hold a user or a password (what stands before @)',
  },
  'public-url-with-path': {
    vi: 'chỉ gồm tên và cổng, không kèm đường dẫn sau dấu /',
    en: 'is name and port only, without a path after the slash',
  },
  'public-url-with-query': { vi: 'không được kèm phần sau dấu ?', en: 'must not go on with a question mark' },
  'public-url-with-fragment': { vi: 'không được kèm phần sau dấu #', en: 'must not go on with a # and more' },
};

/** The table of settings as docs/operation.md holds it, in Markdown. */
export function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, { shownDefault, meaning }]) => [
    `\`${name}\``,
    /^(?:none|as |see |below |made )/.test(shownDefault) ? shownDefault : `\`${shownDefault}\``,
    meaning,
  ]);
  return table([['variable', 'default', 'meaning'], ...rows]);
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
