import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Config } from '../config.ts';
import type { TlsIdentity } from '../http/tls-listener.ts';

export type ReadIdentity =
  | { readonly ok: true; readonly value: TlsIdentity | undefined }
  | { readonly ok: false; readonly refusal: 'invalid-tls-files'; readonly problems: readonly string[] };

/** Certificate and key as they lie on the disk; tried out, so that a wrong pair is named before anything is opened. */
export function readIdentity({ tls }: Config): ReadIdentity {
  if (tls === null) return { ok: true, value: undefined };
  try {
    const value = { certificate: readFileSync(tls.certificateFile, 'utf8'), key: readFileSync(tls.keyFile, 'utf8') };
    createSecureContext({ cert: value.certificate, key: value.key });
    return { ok: true, value };
  } catch (error) {
    return { ok: false, refusal: 'invalid-tls-files', problems: [`TLS_CERT, TLS_KEY: ${(error as Error).message}`] };
  }
}
