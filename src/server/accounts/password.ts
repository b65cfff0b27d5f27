import { hash, verify } from '@node-rs/argon2';

/** argon2id with the OWASP minimum (19 MiB, 2 passes), computed off the event loop; the salt comes with the hash. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Takes as long for an account that does not exist, so that time does not tell which names do. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? (await unknownHash()), password.normalize('NFC'));
  return right && passwordHash !== undefined;
}

let kept: Promise<string> | undefined;
function unknownHash(): Promise<string> {
  kept ??= hashPassword('nobody has this password');
  return kept;
}
