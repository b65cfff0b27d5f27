import { join } from 'node:path';
import { runProgram } from './programs.ts';

/** A certificate for localhost that nobody vouches for, and its key, in the folder as `cert.pem` and `key.pem`. */
export async function makeCertificate(folder: string): Promise<void> {
  const subject = ['-subj', '/CN=phieu', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', join(folder, 'key.pem')];
  await runProgram('openssl', ['req', '-x509', ...key, '-out', join(folder, 'cert.pem'), '-days', '2', ...subject]);
}
