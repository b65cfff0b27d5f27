import { join } from 'node:path';
import { z } from 'zod';
import type { LocalText } from '../domain/text/local-text.ts';
import { type PublicUrlRefusal, readPublicUrl } from './start/public-url.ts';
import { publicUrlMust, type SettingName, settings } from './start/settings.ts';
import { linkKeysName } from './store/link-keys.ts';

/** Settings are environment variables; an impossible value stops the start with a sentence that names the variable. */
const environment = z.object({
  PORT: settings.PORT.schema,
  HOST: settings.HOST.schema,
  DATA_DIR: settings.DATA_DIR.schema,
  DATABASE_URL: settings.DATABASE_URL.schema,
  PHIEU_SECRET_FILE: settings.PHIEU_SECRET_FILE.schema,
  PUBLIC_URL: settings.PUBLIC_URL.schema,
  PHIEU_COUNTDOWN_SECONDS: settings.PHIEU_COUNTDOWN_SECONDS.schema,
  PHIEU_RECAST_PAUSE_SECONDS: settings.PHIEU_RECAST_PAUSE_SECONDS.schema,
  LOG_LEVEL: settings.LOG_LEVEL.schema,
  PHIEU_SINGLE_TELLER: settings.PHIEU_SINGLE_TELLER.schema,
  PHIEU_SECOND_FACTOR: settings.PHIEU_SECOND_FACTOR.schema,
  TRUST_PROXY: settings.TRUST_PROXY.schema,
  TLS_CERT: settings.TLS_CERT.schema,
  TLS_KEY: settings.TLS_KEY.schema,
  TLS_PORT: settings.TLS_PORT.schema,
  TLS_AUTHORITY: settings.TLS_AUTHORITY.schema,
  SMTP_URL: settings.SMTP_URL.schema,
  SMTP_FROM: settings.SMTP_FROM.schema,
  PHIEU_WORKERS: settings.PHIEU_WORKERS.schema,
  PHIEU_STOP_SECONDS: settings.PHIEU_STOP_SECONDS.schema,
  PHIEU_DRAIN_SECONDS: settings.PHIEU_DRAIN_SECONDS.schema,
  PHIEU_BACKUP_DIR: settings.PHIEU_BACKUP_DIR.schema,
  PHIEU_BACKUP_HOURS: settings.PHIEU_BACKUP_HOURS.schema,
  PHIEU_BACKUP_KEEP: settings.PHIEU_BACKUP_KEEP.schema,
  PHIEU_LINK_KEYS_DIR: settings.PHIEU_LINK_KEYS_DIR.schema,
  PHIEU_METRICS_TOKEN: settings.PHIEU_METRICS_TOKEN.schema,
  PHIEU_OFFICE: settings.PHIEU_OFFICE.schema,
} satisfies Record<SettingName, z.ZodType>);

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** A PostgreSQL database, with name and password: never logged. Undefined: the embedded one in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Holds the secret that all nodes share; undefined: one is made in the data folder. */
  readonly secretFile: string | undefined;
  /** An origin as browsers write it; undefined when links follow the address that a request reached. */
  readonly publicUrl: string | undefined;
  readonly countdownSeconds: number;
  readonly recastPauseSeconds: number;
  readonly logLevel: string;
  readonly singleTeller: boolean;
  readonly trustProxy: boolean;
  /** `required`: without a second factor an account's roles are not in force. */
  readonly secondFactor: 'required' | 'offered';
  /** Null: no TLS of its own. */
  readonly tls: TlsSettings | null;
  /** Number of worker threads; 0 stands for one per core. */
  readonly workers: number;
  /** For how long a service that is told to stop only says so, before it does. */
  readonly drainSeconds: number;
  /** How long open requests may take to finish when the service stops. */
  readonly stopSeconds: number;
  /** What reads the metrics; null: programs on this machine alone. Never logged. */
  readonly metricsToken: string | null;
  /** Whose service it is, on every page; null: the service's name alone. */
  readonly officeName: string | null;
  readonly backups: BackupSettings;
  readonly linkKeys: LinkKeySettings;
  /** Null where no e-mail is sent. */
  readonly mail: MailSettings | null;
}

/** Files in PEM. */
export interface TlsSettings {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly port: number;
  /** What phones install that do not trust the certificate yet; undefined where all do. */
  readonly authorityFile: string | undefined;
}

/** The backups that the service makes of itself. */
export interface BackupSettings {
  readonly folder: string;
  /** Whoever runs the service has named the folder. */
  readonly isChosen: boolean;
  /** 0: none by itself. */
  readonly everyHours: number;
  /** How many are kept. */
  readonly keep: number;
}

/** Where the keys of links from voters to phone papers lie. */
export interface LinkKeySettings {
  readonly folder: string;
  /** Whoever runs the service has named the folder, which then has to be there: an empty one would lose every link. */
  readonly isChosen: boolean;
}

/** Where e-mail is handed over; the address may hold a password and is never logged. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

export type SettingRefusal = 'setting-impossible' | 'setting-missing' | PublicUrlRefusal;

/** `problem` names the variable and says what it must be. */
export type ReadConfig =
  | { ok: true; config: Config }
  | { ok: false; refusal: SettingRefusal; name: SettingName; problem: LocalText };

/** Reads the settings, by default of this process. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): ReadConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = issue?.path[0] as SettingName;
    return refused('setting-impossible', name, settings[name].must);
  }
  const read = parsed.data;
  const publicUrl = read.PUBLIC_URL === undefined ? undefined : readPublicUrl(read.PUBLIC_URL);
  if (publicUrl?.ok === false) return refused(publicUrl.refusal, 'PUBLIC_URL', publicUrlMust[publicUrl.refusal]);
  const { TLS_CERT: certificateFile, TLS_KEY: keyFile } = read;
  if ((certificateFile === undefined) !== (keyFile === undefined)) {
    const [missing, other] =
      certificateFile === undefined ? (['TLS_CERT', 'TLS_KEY'] as const) : (['TLS_KEY', 'TLS_CERT'] as const);
    return refused('setting-missing', missing, { vi: `cần có cùng với ${other}`, en: `needed beside ${other}` });
  }
  if (read.TLS_AUTHORITY !== undefined && certificateFile === undefined) {
    const must = { vi: 'cần có cùng với TLS_AUTHORITY', en: 'needed beside TLS_AUTHORITY' };
    return refused('setting-missing', 'TLS_CERT', must);
  }
  if (read.SMTP_URL !== undefined && read.SMTP_FROM === undefined) {
    return refused('setting-missing', 'SMTP_FROM', { vi: 'cần có cùng với SMTP_URL', en: 'needed with SMTP_URL' });
  }
  return {
    ok: true,
    config: {
      port: read.PORT,
      host: read.HOST,
      dataFolder: read.DATA_DIR,
      databaseUrl: read.DATABASE_URL,
      secretFile: read.PHIEU_SECRET_FILE,
      publicUrl: publicUrl?.value,
      countdownSeconds: read.PHIEU_COUNTDOWN_SECONDS,
      recastPauseSeconds: read.PHIEU_RECAST_PAUSE_SECONDS,
      logLevel: read.LOG_LEVEL,
      singleTeller: read.PHIEU_SINGLE_TELLER,
      trustProxy: read.TRUST_PROXY,
      secondFactor: read.PHIEU_SECOND_FACTOR ?? (publicUrl?.value.startsWith('https:') ? 'required' : 'offered'),
      tls:
        certificateFile && keyFile
          ? { certificateFile, keyFile, port: read.TLS_PORT, authorityFile: read.TLS_AUTHORITY }
          : null,
      workers: read.PHIEU_WORKERS,
      drainSeconds: read.PHIEU_DRAIN_SECONDS,
      stopSeconds: read.PHIEU_STOP_SECONDS,
      metricsToken: read.PHIEU_METRICS_TOKEN ?? null,
      officeName: read.PHIEU_OFFICE ?? null,
      backups: {
        folder: read.PHIEU_BACKUP_DIR ?? join(read.DATA_DIR, 'backups'),
        isChosen: read.PHIEU_BACKUP_DIR !== undefined,
        everyHours: read.PHIEU_BACKUP_HOURS,
        keep: read.PHIEU_BACKUP_KEEP,
      },
      linkKeys: {
        folder: read.PHIEU_LINK_KEYS_DIR ?? join(read.DATA_DIR, linkKeysName),
        isChosen: read.PHIEU_LINK_KEYS_DIR !== undefined,
      },
      mail:
        read.SMTP_URL === undefined || read.SMTP_FROM === undefined
          ? null
          : { url: read.SMTP_URL, from: read.SMTP_FROM },
    },
  };
}

function refused(refusal: SettingRefusal, name: SettingName, { vi, en }: LocalText): ReadConfig {
  return { ok: false, refusal, name, problem: { vi: `${name}: ${vi}`, en: `${name}: ${en}` } };
}
