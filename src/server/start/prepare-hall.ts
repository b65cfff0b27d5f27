import { isIPv4 } from 'node:net';
import { isLocalName } from '../../domain/address.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Config, TlsSettings } from '../config.ts';
import type { HallNames } from './hall-certificate.ts';
import { hallFiles, isGoodFor, namesOf, readCertificate, writeHallCertificate } from './hall-identity.ts';
import type { SettingName } from './settings.ts';

export type HallRefusal =
  | 'no-hall-address'
  | 'hall-address-not-here'
  | 'hall-name-invalid'
  | 'hall-name-missing'
  | 'hall-hears-itself-only';

/** What whoever starts a hall has chosen. */
export interface HallChoice {
  /** An address of this machine, or a name that the hall's network answers with one. */
  readonly host?: string | undefined;
  /** Another authority than the one that an earlier start has left. */
  readonly renew?: boolean;
}

/** Settings with which the service serves a hall, beside those it has. */
export interface PreparedHall {
  readonly settings: Partial<Readonly<Record<SettingName, string>>>;
  /** `made`: tellers' phones have to install the authority (anew); `trusted`: a certificate that every phone knows. */
  readonly certificate: 'made' | 'kept' | 'trusted';
  /** Further addresses of this machine, which could have been chosen. */
  readonly others: readonly string[];
}

/**
 * Prepares a hall: chooses the address that papers bear, and sees to a certificate for it. An address that papers may bear
 * already is chosen again while the machine has it.
 * @param addresses of this machine, those first that phones can most likely reach
 */
export async function prepareHall(
  config: Config,
  { host: wanted, renew = false }: HallChoice,
  addresses: readonly string[],
  now: Date,
): Promise<Ruling<PreparedHall, HallRefusal>> {
  if (config.host !== '0.0.0.0' && isLocalName(config.host)) return refuse('hall-hears-itself-only');
  const { tls, publicUrl } = config;
  if (tls !== null) return withGivenCertificate(config, tls);
  const kept = readCertificate(hallFiles(config.dataFolder).certificateFile);
  const keptHost = kept && hostIn(namesOf(kept), addresses);
  const host = wanted?.toLowerCase() ?? (publicUrl && new URL(publicUrl).hostname) ?? keptHost ?? addresses[0];
  if (host === undefined || addresses.length === 0) return refuse('no-hall-address');
  const isName = !isIPv4(host);
  if (isName && !/^(?=.*[a-z])[a-z\d-]+(?:\.[a-z\d-]+)*$/.test(host)) return refuse('hall-name-invalid');
  if (!isName && !addresses.includes(host)) return refuse('hall-address-not-here');
  const needed: HallNames = isName ? { names: [host], addresses: [] } : { names: [], addresses: [host] };
  const isKept = !renew && kept !== undefined && isGoodFor(kept, needed, now);
  if (!isKept) {
    const all = { names: needed.names, addresses: [...new Set([...needed.addresses, ...addresses])] };
    await writeHallCertificate(config.dataFolder, all, now);
  }
  const { certificateFile, keyFile, authorityFile } = hallFiles(config.dataFolder);
  return accept({
    settings: {
      // Voters' phones do not know the authority: papers lead to plain http, which the chair decides on.
      PUBLIC_URL: publicUrl ?? `http://${host}:${config.port}`,
      TLS_CERT: certificateFile,
      TLS_KEY: keyFile,
      TLS_AUTHORITY: authorityFile,
    },
    certificate: isKept ? 'kept' : 'made',
    others: addresses.filter((address) => address !== host),
  });
}

/** With the operator's own certificate nothing is made; where phones trust it already, papers lead to https. */
function withGivenCertificate(
  { publicUrl, port }: Config,
  { certificateFile, authorityFile, port: tlsPort }: TlsSettings,
): Ruling<PreparedHall, HallRefusal> {
  const isTrusted = authorityFile === undefined;
  const certificate = isTrusted ? 'trusted' : 'kept';
  if (publicUrl !== undefined) return accept({ settings: {}, certificate, others: [] });
  const own = readCertificate(certificateFile);
  // One that cannot be read stops the start with a sentence of its own.
  if (own === undefined) return accept({ settings: {}, certificate, others: [] });
  const { names, addresses } = namesOf(own);
  const host = names.find((name) => !name.startsWith('*')) ?? addresses[0];
  if (host === undefined) return refuse('hall-name-missing');
  const address = isTrusted ? `https://${host}:${tlsPort}` : `http://${host}:${port}`;
  return accept({ settings: { PUBLIC_URL: address }, certificate, others: [] });
}

function hostIn({ names, addresses: known }: HallNames, addresses: readonly string[]): string | undefined {
  return names[0] ?? known.find((address) => addresses.includes(address));
}
