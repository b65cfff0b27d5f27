import { randomBytes } from 'node:crypto';
import { usernameKey } from '../../domain/account/account.ts';
import { noObject } from '../../domain/audit.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { recoverAccount } from '../accounts/recover-account.ts';
import type { Config } from '../config.ts';
import { configuredSignIn } from '../http/public-origin.ts';
import { auditIntent } from '../store/audit-intent.ts';
import { type FolderRefusal, openDataFolder } from './open-data-folder.ts';
import { readSecretFile, type SecretFileRefusal } from './secret-file.ts';

/**
 * A one-time link for an account, made on the machine itself while the service is stopped: for an administrator whom
 * nobody else could help. Noted in the audit log as a recovery by nobody who was signed in.
 */
export async function recoverLocally(
  config: Config,
  username: string,
): Promise<Ruling<string, FolderRefusal | SecretFileRefusal | 'unknown-account'>> {
  const secret = config.secretFile === undefined ? undefined : readSecretFile(config.secretFile);
  if (secret?.ok === false) return secret;
  const folder = await openDataFolder(config, randomBytes, secret?.value);
  if (!folder.ok) return folder;
  const { store } = folder.value;
  try {
    const account = await store.accounts.findByName(usernameKey(username));
    if (account === undefined) return refuse('unknown-account');
    const clock = () => new Date();
    const note = { ...noObject, at: clock().toISOString(), event: 'recoverAccount', accountId: null };
    const intent = auditIntent({ ...note, aboutAccountId: account.id });
    const deps = { store: store.noting(intent), clock, random: randomBytes };
    const link = await recoverAccount(deps, account.id, { committeeId: null, by: null });
    if (!link.ok) return link;
    return accept(
      `${configuredSignIn(config) ?? `http://localhost:${config.port}`}/accounts#/welcome/${link.value.token}`,
    );
  } finally {
    await folder.value.close();
  }
}
