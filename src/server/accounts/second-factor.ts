import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Account, SecondFactor } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { base58Text } from '../../protocol/arithmetic/random.ts';
import type { Deps } from '../deps.ts';

/** As RFC 6238 recommends, and what every authenticator app takes without asking. */
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps that a phone's clock may be early or late. */
const tolerance = 1;
const recoveryCount = 10;
/** About 58 bits: nobody guesses one, not even with the database and without the key of its hash. */
const recoveryLength = 10;

export interface NewFactor {
  readonly factor: SecondFactor;
  /** Base32. */
  readonly secret: string;
  readonly uri: string;
}

/** A new secret for an account's app; not in force before a code has confirmed it. */
export function newFactor(deps: Deps, account: Account): NewFactor {
  const secret = new Secret({ buffer: Uint8Array.from(deps.random(20)).buffer });
  const totp = totpOf(account, secret);
  const factor = { secret: seal(deps, account, secret.bytes), confirmed: false, lastStep: 0, recovery: [] };
  return { factor, secret: secret.base32, uri: totp.toString() };
}

/**
 * Takes a code of the app, or one of the recovery codes, each once: the factor as it stands afterwards. A code of an
 * earlier step than the last one is refused too, so that a code seen over a shoulder is worth nothing.
 */
export function takeCode(deps: Deps, account: Account, code: string): Ruling<SecondFactor, 'wrong-code'> {
  const factor = account.secondFactor;
  if (factor === null) return refuse('wrong-code');
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return takeRecoveryCode(deps, account, factor, token);
  const now = deps.clock().getTime();
  const secret = unseal(deps, account, factor.secret);
  if (secret === undefined) return refuse('wrong-code');
  const totp = totpOf(account, new Secret({ buffer: secret }));
  const delta = totp.validate({ token, timestamp: now, window: tolerance });
  const present = Math.floor(now / (rules.period * 1000));
  const step = present + (delta ?? 0);
  // A last step that no code could have now is of a clock that has been put back: it would refuse all codes till then.
  const lastStep = factor.lastStep > present + tolerance ? 0 : factor.lastStep;
  if (delta === null || step <= lastStep) return refuse('wrong-code');
  return accept({ ...factor, lastStep: step });
}

/** New recovery codes, shown once, and the hashes that are kept of them. */
export function recoveryCodes(deps: Deps, account: Account): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: recoveryCount }, () => {
    const text = base58Text(recoveryLength, deps.random);
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
  return { codes, hashes: codes.map((code) => recoveryHash(deps, account, code)) };
}

function takeRecoveryCode(
  deps: Deps,
  account: Account,
  factor: SecondFactor,
  code: string,
): Ruling<SecondFactor, 'wrong-code'> {
  const hash = recoveryHash(deps, account, code);
  if (!factor.confirmed || !factor.recovery.includes(hash)) return refuse('wrong-code');
  return accept({ ...factor, recovery: factor.recovery.filter((one) => one !== hash) });
}

function totpOf({ username }: Account, secret: Secret): TOTP {
  return new TOTP({ ...rules, issuer: 'Phieu tin nhiem', label: username, secret });
}

/** Keys of their own from the secret that is kept beside the database: a stolen database alone opens nothing. */
function keyFor(deps: Deps, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', deps.tokenSecret, '', `phieu second factor: ${use}`, 32));
}

function recoveryHash(deps: Deps, { id }: Account, code: string): string {
  const text = `${id}|${code.replace(/[^\w]/g, '')}`;
  return createHmac('sha256', keyFor(deps, 'recovery')).update(text).digest('base64url');
}

/** AES-256-GCM under a nonce of its own, bound to the account. */
function seal(deps: Deps, { id }: Account, secret: Uint8Array): string {
  const nonce = deps.random(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(deps, 'secret'), nonce).setAAD(Buffer.from(id));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Undefined where it was sealed under another `token.secret`: nobody has such a code any more, and a link must help. */
function unseal(deps: Deps, { id }: Account, sealed: string): ArrayBuffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(deps, 'secret'), bytes.subarray(0, 12))
    .setAAD(Buffer.from(id))
    .setAuthTag(bytes.subarray(-16));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])).buffer;
  } catch {
    return undefined;
  }
}
