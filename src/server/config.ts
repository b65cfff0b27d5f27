import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');

/** Settings are environment variables; an unknown value stops the start with a sentence that names the variable. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  /** What people type to reach the service; links on papers begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Between the decision to end phone voting and its end. */
  PHIEU_COUNTDOWN_SECONDS: z.coerce.number().int().min(0).max(3600).default(60),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** A single teller sees every total alone: for demonstrations only. */
  PHIEU_SINGLE_TELLER: flag.default(false),
  /** Whether roles and administration take an authenticator app; by default where PUBLIC_URL is https. */
  PHIEU_SECOND_FACTOR: z.enum(['required', 'offered']).optional(),
  /** Behind a reverse proxy that sets X-Forwarded-Proto and X-Forwarded-Host. */
  TRUST_PROXY: flag.default(false),
  /** Files in PEM; with both the service speaks TLS itself, at TLS_PORT beside PORT. */
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TLS_PORT: z.coerce.number().int().min(0).max(65_535).default(3443),
  /** Reminders by e-mail: where they are handed over, for example smtps://name:password@mail.example. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom they come from; needed with SMTP_URL. */
  SMTP_FROM: z.email().optional(),
  /** 0: one per core. */
  PHIEU_WORKERS: z.coerce.number().int().min(0).max(256).default(0),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Without a slash at the end; undefined when links follow the address that was asked. */
  readonly publicUrl: string | undefined;
  readonly countdownSeconds: number;
  readonly logLevel: string;
  readonly singleTeller: boolean;
  readonly trustProxy: boolean;
  /** `required`: without a second factor an account's roles are not in force. */
  readonly secondFactor: 'required' | 'offered';
  /** Null: no TLS of its own. */
  readonly tls: { readonly certificateFile: string; readonly keyFile: string; readonly port: number } | null;
  /** Number of worker threads; 0 stands for one per core. */
  readonly workers: number;
  /** Null where no e-mail is sent. */
  readonly mail: MailSettings | null;
}

/** Where e-mail is handed over; the address may hold a password and is never logged. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

export type ReadConfig = { ok: true; config: Config } | { ok: false; problem: string };

/** Reads the settings, by default of this process. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): ReadConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, problem: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  const read = parsed.data;
  const { TLS_CERT: certificateFile, TLS_KEY: keyFile } = read;
  if ((certificateFile === undefined) !== (keyFile === undefined)) {
    return { ok: false, problem: `${certificateFile === undefined ? 'TLS_CERT' : 'TLS_KEY'}: needed beside the other` };
  }
  if (read.SMTP_URL !== undefined && read.SMTP_FROM === undefined) {
    return { ok: false, problem: 'SMTP_FROM: needed with SMTP_URL' };
  }
  return {
    ok: true,
    config: {
      port: read.PORT,
      host: read.HOST,
      dataFolder: read.DATA_DIR,
      publicUrl: read.PUBLIC_URL?.replace(/\/+$/, ''),
      countdownSeconds: read.PHIEU_COUNTDOWN_SECONDS,
      logLevel: read.LOG_LEVEL,
      singleTeller: read.PHIEU_SINGLE_TELLER,
      trustProxy: read.TRUST_PROXY,
      secondFactor: read.PHIEU_SECOND_FACTOR ?? (read.PUBLIC_URL?.startsWith('https:') ? 'required' : 'offered'),
      tls: certificateFile && keyFile ? { certificateFile, keyFile, port: read.TLS_PORT } : null,
      workers: read.PHIEU_WORKERS,
      mail:
        read.SMTP_URL === undefined || read.SMTP_FROM === undefined
          ? null
          : { url: read.SMTP_URL, from: read.SMTP_FROM },
    },
  };
}
