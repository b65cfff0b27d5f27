import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../kit/make-folder.ts';
import { type HallNames, makeHallCertificate } from './hall-certificate.ts';

/** Where a hall's certificate lies in the data folder. */
export interface HallFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly authorityFile: string;
}

/** One that ends sooner is made anew while tellers' phones still have time to take another authority. */
const fewestDaysLeft = 10;
const day = 86_400_000;

export function hallFiles(dataFolder: string): HallFiles {
  const file = (name: string) => join(dataFolder, 'hall', name);
  return { certificateFile: file('certificate.pem'), keyFile: file('key.pem'), authorityFile: file('authority.pem') };
}

/** Undefined where there is none that can be read: one of an earlier start is then made anew. */
export function readCertificate(file: string): X509Certificate | undefined {
  try {
    return new X509Certificate(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Names and addresses that a certificate speaks for, in its order. */
export function namesOf({ subjectAltName = '' }: X509Certificate): HallNames {
  const entries = subjectAltName.split(', ');
  const of = (type: string) => entries.filter((one) => one.startsWith(type)).map((one) => one.slice(type.length));
  return { names: of('DNS:'), addresses: of('IP Address:') };
}

/** Whether a certificate that was kept speaks for all of a hall, for long enough. */
export function isGoodFor(certificate: X509Certificate, hall: HallNames, now: Date): boolean {
  const { names, addresses } = namesOf(certificate);
  const until = certificate.validToDate.getTime();
  return (
    certificate.validFromDate <= now &&
    until - now.getTime() >= fewestDaysLeft * day &&
    hall.names.every((name) => names.includes(name)) &&
    hall.addresses.every((address) => addresses.includes(address))
  );
}

/** Makes a hall's certificate and leaves it in the data folder in place of what was there. */
export async function writeHallCertificate(dataFolder: string, hall: HallNames, now: Date): Promise<void> {
  const { certificate, key, authority } = await makeHallCertificate(hall, now);
  makeFolder(dataFolder);
  const folder = join(dataFolder, 'hall');
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const write = (name: string, text: string) => writeFileSync(join(fresh, name), text, { mode: 0o600, flush: true });
  write('certificate.pem', certificate);
  write('key.pem', key);
  write('authority.pem', authority);
  // All three belong together: a process that is killed meanwhile leaves no mixture.
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}
