import * as z from 'zod/mini';
import { bytes, operation, type ReplyOf } from '../operation.ts';

const tag = 'Service';

export const readServiceState = operation({
  id: 'readServiceState',
  method: 'GET',
  path: '/api/service',
  tag,
  summary: {
    vi: 'Xem dịch vụ có ghi được dữ liệu không',
    en: 'See whether the service can store what it is given',
  },
  access: ['signed-in'],
  replies: {
    200: z
      .object({
        /** What the last change met: `full` where nothing is stored until there is room. */
        storage: z.enum(['fine', 'full', 'away', 'failing']),
        /** What a page says of it; null where all is well. */
        note: z.nullable(z.object({ vi: z.string(), en: z.string() })),
        /** What should be mended on the server though everything is stored; for administrators, else empty. */
        warnings: z.array(z.object({ code: z.string(), note: z.object({ vi: z.string(), en: z.string() }) })),
      })
      .register(z.globalRegistry, { id: 'ServiceState' }),
  },
  refusals: [],
});

export const readAddresses = operation({
  id: 'readAddresses',
  method: 'GET',
  path: '/api/service/addresses',
  tag,
  summary: {
    vi: 'Xem địa chỉ ghi trên phiếu và trên giấy mời, và chứng thư số gốc của hội trường',
    en: 'See the addresses that papers and slips lead to, and the authority behind a hall’s certificate',
  },
  access: ['anyone'],
  plain: true,
  replies: {
    200: z
      .object({
        /** What links on papers begin with. */
        papers: z.url(),
        /** What links begin with behind which somebody signs in: over TLS where the service speaks it. */
        signIn: z.url(),
        /** What tellers' phones install to trust the service's certificate; null where they trust it already. */
        authority: z.nullable(
          z.object({
            /** As phones show it. */
            name: z.string(),
            /** SHA-256 of the certificate, in pairs of hexadecimal digits with colons. */
            fingerprint: z.string(),
            until: z.iso.datetime(),
          }),
        ),
      })
      .register(z.globalRegistry, { id: 'ServiceAddresses' }),
  },
  refusals: [],
});
export type ServiceAddresses = ReplyOf<typeof readAddresses>;

export const authorityType = 'application/x-x509-ca-cert';

/** Its ending tells phones what it is where its type does not. */
export const readAuthority = operation({
  id: 'readAuthority',
  method: 'GET',
  path: '/api/service/authority.crt',
  tag,
  summary: {
    vi: 'Tải chứng thư số gốc để cài trên điện thoại của ban kiểm phiếu',
    en: 'Fetch the certificate of the authority that tellers’ phones install',
  },
  access: ['anyone'],
  plain: true,
  replies: { 200: bytes([authorityType]) },
  refusals: ['no-authority'],
});

/** Of the backups that the service makes of itself. */
export const backupsView = z
  .object({
    /** On the server. */
    folder: z.string(),
    /** Null: none by itself. */
    everyHours: z.nullable(z.int()),
    /** So many are kept. */
    keep: z.int(),
    running: z.boolean(),
    /** The newest; `altered`: how many sessions are locked in it, because they were when it was made. */
    last: z.nullable(z.object({ name: z.string(), at: z.iso.datetime(), altered: z.int() })),
    /** Of the last try, where it failed. */
    failure: z.nullable(z.object({ at: z.iso.datetime(), note: z.object({ vi: z.string(), en: z.string() }) })),
  })
  .register(z.globalRegistry, { id: 'Backups' });

export const readBackups = operation({
  id: 'readBackups',
  method: 'GET',
  path: '/api/service/backups',
  tag,
  summary: { vi: 'Xem lần sao lưu gần nhất', en: 'See when the last backup was made, and how it went' },
  access: ['administrator'],
  replies: { 200: backupsView },
  refusals: [],
});

export const startBackup = operation({
  id: 'startBackup',
  method: 'POST',
  path: '/api/service/backups',
  tag,
  summary: {
    vi: 'Sao lưu ngay vào thư mục của máy chủ; không có gì được tải xuống',
    en: "Begin a backup into the server's folder; nothing is downloaded",
  },
  access: ['administrator'],
  replies: { 202: backupsView },
  refusals: ['backup-running'],
});

export const serviceOperations = [readServiceState, readAddresses, readAuthority, readBackups, startBackup];
