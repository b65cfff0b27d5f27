import { devNull } from 'node:os';
import { join } from 'node:path';
import type { SessionId } from '../../../domain/session/session.ts';
import { dumpName } from '../../operate/backup/backup-folder.ts';
import { runPostgresProgram } from '../../operate/backup/postgres-programs.ts';
import { checkChain } from '../../record/check-chain.ts';
import { sessionChecks } from '../../record/session-checks.ts';
import { linkKeysIn } from '../../store/link-keys.ts';
import { inStoreMoment } from '../../store/postgres.ts';

/**
 * Copies the database into `part`, beside running services, without sign-ins, and checks what stands in the copy: both
 * look at the database as it is at one moment. Links from voters to phone papers come along sealed, without their keys
 * (docs/decisions/sealed-links.md).
 * @returns the sessions that are not what was written
 */
export async function copyPostgres(databaseUrl: string, part: string): Promise<SessionId[]> {
  const dump = join(part, dumpName);
  // What is checked does not hang on the keys of links, which are not where a backup is made.
  const noKeys = linkKeysIn(join(part, 'no-link-keys'));
  const altered = await inStoreMoment(databaseUrl, noKeys, async (store, snapshot) => {
    // Rows come out in the order in which they came in: beside papers, sign-ins would say who came when.
    const [what, how] = [['--exclude-table-data=sign_in'], ['--no-owner', '--no-privileges', '--no-comments']];
    await runPostgresProgram(
      'pg_dump',
      ['--format=custom', `--snapshot=${snapshot}`, ...what, ...how, `--file=${dump}`],
      databaseUrl,
    );
    await sessionChecks(store, (record) => checkChain(store.sessions, record)).others();
    return store.locks.list().map(({ sessionId }) => sessionId);
  });
  // Reads all of it, as a restore would.
  await runPostgresProgram('pg_restore', [`--file=${devNull}`, dump]);
  return altered;
}
