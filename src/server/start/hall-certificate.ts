// Before @peculiar/x509, which asks for it as it is loaded.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName as ConstrainedName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** What a hall is reached by. */
export interface HallNames {
  /** Lower case. */
  readonly names: readonly string[];
  /** IPv4, of this machine and private (RFC 1918). */
  readonly addresses: readonly string[];
}

/** All as PEM. */
export interface HallCertificate {
  readonly certificate: string;
  readonly key: string;
  /** What tellers' phones install. */
  readonly authority: string;
}

const day = 86_400_000;
/** From the beginning to the end of validity, in days: a conference and what comes after it, no more. */
const validDays = 60;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * A certificate for a hall under an authority of its own. Nobody can make another under that authority: its key cannot be
 * taken out of memory, signs here and is dropped. What is installed on phones speaks for the hall's names and addresses
 * alone, even to whoever came by that key.
 */
export async function makeHallCertificate(hall: HallNames, now: Date): Promise<HallCertificate> {
  const { authority, issue } = await makeAuthority(hall, now);
  return { ...(await issue(hall)), authority };
}

/** An authority that vouches for a hall, and what it issues; as long as `issue` is held it can go on. */
export async function makeAuthority(hall: HallNames, now: Date) {
  const keys = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  // A phone whose clock is a day late takes it too.
  const notBefore = new Date(Math.floor((now.getTime() - day) / 1000) * 1000);
  // To the last second included (RFC 5280 §4.1.2.5).
  const notAfter = new Date(notBefore.getTime() + validDays * day - 1000);
  const issuer = `CN=Phieu tin nhiem ${now.toISOString().slice(0, 10)} (${hall.names[0] ?? hall.addresses[0]})`;
  const common = { notBefore, notAfter, issuer, signingAlgorithm: algorithm, signingKey: keys.privateKey };
  const authority = await X509CertificateGenerator.create({
    ...common,
    subject: issuer,
    publicKey: keys.publicKey,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraintsTo(hall))),
    ],
  });
  const issue = async ({ names, addresses }: HallNames) => {
    const own = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.create({
      ...common,
      subject: 'CN=Phieu tin nhiem',
      publicKey: own.publicKey,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          ...names.map((value) => ({ type: 'dns', value }) as const),
          ...addresses.map((value) => ({ type: 'ip', value }) as const),
        ]),
        await SubjectKeyIdentifierExtension.create(own.publicKey),
        await AuthorityKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    const key = await webcrypto.subtle.exportKey('pkcs8', own.privateKey);
    return {
      certificate: `${certificate.toString('pem')}\n`,
      key: `${PemConverter.encode(key, PemConverter.PrivateKeyTag)}\n`,
    };
  };
  return { authority: `${authority.toString('pem')}\n`, issue };
}

/**
 * Of a type of name that is not constrained everything is allowed (RFC 5280 §4.2.1.10), so both types that a server is
 * asked for by are, and addresses of both lengths.
 */
function constraintsTo({ names, addresses }: HallNames): NameConstraints {
  const tree = (name: Partial<ConstrainedName>) => new GeneralSubtree({ base: new ConstrainedName(name) });
  const permitted = [
    ...names.map((dNSName) => tree({ dNSName })),
    ...addresses.map((address) => tree({ iPAddress: `${address}/32` })),
  ];
  const excluded = [
    ...(names.length === 0 ? [tree({ dNSName: '' })] : []),
    ...(addresses.length === 0 ? [tree({ iPAddress: '0.0.0.0/0' })] : []),
    tree({ iPAddress: '::/0' }),
  ];
  return new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(permitted),
    excludedSubtrees: new GeneralSubtrees(excluded),
  });
}
