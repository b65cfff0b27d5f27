import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Config } from '../config.ts';
import type { TlsIdentity } from '../http/tls-listener.ts';

/** What is wrong with the files of `TLS_CERT` and `TLS_KEY`. */
export type TlsRefusal =
  | 'tls-certificate-unreadable'
  | 'tls-certificate-invalid'
  | 'tls-key-unreadable'
  | 'tls-key-invalid'
  | 'tls-files-apart'
  | 'tls-files-refused'
  | 'tls-authority-unreadable'
  | 'tls-authority-apart';

/**
 * Certificate and key as they lie on the disk; tried out, so that what is wrong is named before anything is opened: an
 * empty file is taken by OpenSSL, and nobody could connect then.
 */
export function readIdentity({ tls }: Config): Ruling<TlsIdentity | undefined, TlsRefusal> {
  if (tls === null) return accept(undefined);
  const certificate = contentOf(tls.certificateFile);
  if (certificate === undefined) return refuse('tls-certificate-unreadable');
  const key = contentOf(tls.keyFile);
  if (key === undefined) return refuse('tls-key-unreadable');
  const own = unlessThrown(() => new X509Certificate(certificate));
  if (own === undefined) return refuse('tls-certificate-invalid');
  const secret = unlessThrown(() => createPrivateKey(key));
  if (secret === undefined) return refuse('tls-key-invalid');
  if (!own.checkPrivateKey(secret)) return refuse('tls-files-apart');
  // A chain that is broken further down, or a key too weak for TLS.
  if (unlessThrown(() => createSecureContext({ cert: certificate, key })) === undefined)
    return refuse('tls-files-refused');
  if (tls.authorityFile !== undefined) {
    const text = contentOf(tls.authorityFile);
    if (text === undefined) return refuse('tls-authority-unreadable');
    const authority = unlessThrown(() => new X509Certificate(text));
    if (authority === undefined || !own.verify(authority.publicKey)) return refuse('tls-authority-apart');
  }
  return accept({ certificate, key });
}

function contentOf(file: string): string | undefined {
  return unlessThrown(() => readFileSync(file, 'utf8'));
}

/** Whatever a file or OpenSSL says against it comes to the same here. */
function unlessThrown<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
