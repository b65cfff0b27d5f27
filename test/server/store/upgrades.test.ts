import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { accountId } from '../../../src/domain/account/account.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { joinParts } from '../../../src/server/record/append-part.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { claimDatabase } from '../../../src/server/store/sqlite/claim.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { theElection } from '../../support/build/tellers.ts';
import { aVote, tellerPerson } from '../../support/build/votes.ts';
import { attachMinutes, done, sendShare, setAside } from '../../support/service/counted-vote.ts';
import { aService } from '../../support/service/service.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { counting, sealed, voteServiceOf } from '../../support/service/vote-service.ts';

const samples = fileURLToPath(new URL('../../data/databases/', import.meta.url));
const migrations = fileURLToPath(new URL('../../../migrations/sqlite/', import.meta.url));

/** What the releases that left the samples were asked to make; every secret of it is the same each time. */
const size = { voters: 6, sheets: 6, phones: 2 };

const openSessions = readdirSync(samples).filter((name) => name.startsWith('open-session-at-'));

/** A data folder with the database that an earlier release left, and the sign-ins that it had given. */
function olderFolder(sample: string) {
  const folder = newFolder();
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.exec(readFileSync(join(samples, sample), 'utf8'));
  const signIns = client
    .prepare(
      `SELECT sign_in.id AS sid, person_id AS person, (SELECT role FROM account_grant WHERE account_id = account.id) AS role
       FROM sign_in JOIN account ON account.id = sign_in.account_id`,
    )
    .all() as { readonly sid: string; readonly person: string | null; readonly role: string | null }[];
  const head = client.prepare('SELECT hash, height FROM record_event ORDER BY height DESC').get();
  client.close();
  return { folder, signIns, head: head as { readonly hash: string; readonly height: number } };
}

/** The service on that folder, for people who are signed in there since before. */
async function upgraded(sample: string) {
  const { folder, signIns, head } = olderFolder(sample);
  expect(claimDatabase(folder, false)).toBeUndefined();
  const service = await aService({ store: keep(sqliteStore(folder)) });
  const by = (found: (one: (typeof signIns)[number]) => boolean) => {
    return { authorization: `Bearer ${service.app.jwt.sign({ sid: signIns.find(found)?.sid ?? '' })}` };
  };
  const person = (id: string) => by((one) => one.person === id);
  const vote = aVote(size);
  const made = voteServiceOf(service, vote, {
    chair: by(({ role }) => role === 'chair'),
    tellers: vote.state.session.tellers.map(({ index }) => person(tellerPerson(index))),
    seatHolder: person(aPersonId(1)),
    superiorSeatHolder: person(aPersonId(501)),
    stranger: person(aPersonId(502)),
  });
  return { made, vote, head };
}

test('there is a sample of every release that has changed the schema since there were releases', () => {
  const later = readdirSync(migrations).filter((name) => name.endsWith('.sql') && name >= '0017');
  const numbers = later.map((name) => name.slice(0, 4)).sort();
  // What the newest migration makes is what every other test has.
  const names = numbers.map((number) => `open-session-at-${number}.sql`);
  expect(
    names.slice(0, -1).filter((name) => !openSessions.includes(name)),
    'npm run sample writes one',
  ).toEqual([]);
});

test.each(openSessions)('%s: the session goes on in this release, up to its published result', async (sample) => {
  const { made, vote, head } = await upgraded(sample);
  const { session } = await made.state();
  expect(session.state).toBe('open');
  const election = theElection(session.opening?.election ?? '');
  const { sheets, phones } = vote;
  const cast = (paper: (typeof sheets)[number] | undefined, marks: number[], recastKey: string) =>
    done(made.post('ballots', made.holder, { ballot: sealed(made, election, paper, marks), recastKey }));

  // The phone that had voted before the upgrade votes again; another one may not.
  const other = { ballot: sealed(made, election, sheets[0], [2, 2]), recastKey: 'b'.repeat(32) };
  expect((await made.post('ballots', made.holder, other)).body.code).toBe('other-phone');
  await cast(sheets[0], [1, 0], 'a'.repeat(32));
  await cast(sheets[1], [0, 0], 'c'.repeat(32));
  for (const [at, phone] of phones.entries()) await cast(phone, [0, 2], String(at).repeat(32));
  for (const spare of sheets.slice(4)) await setAside(made, spare, 'unused');
  await counting(made, { issued: 6, collected: 5, sheets: 1 });
  const keyed = { ballot: sealed(made, election, sheets[2], [2, 1]), invalidReason: null };
  await done(made.post('sheets', made.teller(1), keyed));
  await done(made.post('close', made.chair));
  for (const { index } of session.tellers) await sendShare({ ...made, election }, index, 5);
  await done(attachMinutes(made));
  await done(made.post('publication', made.chair));

  const { body } = await done(made.get('result', made.superiorSeatHolder));
  const counts = body.subjects.map(({ levels }: { levels: Record<string, { count: number }> }) =>
    Object.values(levels).map(({ count }) => count),
  );
  expect(counts).toEqual([
    [3, 1, 1],
    [2, 1, 2],
  ]);
  const record = joinParts(await made.service.deps.store.sessions.record(ownRecord(session.id)));
  const report = await verifyRecord(record, { group: sodiumGroup, uuid: session.id, heads: [head], final: true });
  expect(report).toMatchObject({ ok: true, stage: 'result', numbers: { ballots: 6, counted: 5 } });
});

/** What takes something away or gives it another name, which an older release would look for. */
const takesAway = /\b(DROP|RENAME)\b.*/gi;
/** What was taken away all the same: indexes, which only make reading quicker, made anew for another key. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  '0018_names.sql': ['DROP INDEX `person_code`;'],
  '0019_name_order.sql': ['DROP INDEX `person_search`;'],
  // The same one again as a unique index.
  '0024_one_account_a_person.sql': ['DROP INDEX `account_person`;'],
  // Words of the glossary; the only one that does more than add (docs/decisions/words-of-before.md).
  '0027_words.sql': [
    'RENAME COLUMN `batch_id` TO `print_run_id`;',
    'DROP TABLE `rows_of_before`;',
    'RENAME COLUMN `level` TO `rank`;',
    'RENAME TO `committee_rank`;',
    'RENAME COLUMN `full_name` TO `name`;',
  ],
};

test('migrations only add', () => {
  const later = readdirSync(migrations).filter((name) => name.endsWith('.sql') && name > '0017');
  expect(later.length).toBeGreaterThan(5);
  const taken = later.flatMap((name): [string, readonly string[]][] => {
    const sql = readFileSync(join(migrations, name), 'utf8')
      .replace(/--> statement-breakpoint/g, '')
      .replace(/--.*$/gm, '');
    const found = sql.match(takesAway) ?? [];
    return found.length === 0 ? [] : [[name, found]];
  });
  expect(Object.fromEntries(taken)).toEqual(exceptions);
});

/** A folder that this release has made, with a migration in it that it does not know. */
function laterFolder(work: (client: Sqlite.Database) => void): string {
  const folder = newFolder();
  void sqliteStore(folder).close();
  const client = new Sqlite(join(folder, 'phieu.sqlite'));
  client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)");
  work(client);
  client.close();
  return folder;
}

test('an older release goes on using what a newer one has added to harmlessly, and is refused where it would not', async () => {
  const folder = laterFolder((client) => client.exec('CREATE TABLE addition (id integer PRIMARY KEY NOT NULL)'));
  expect(claimDatabase(folder, false)).toBeUndefined();
  const store = keep(sqliteStore(folder));
  const account = { id: accountId.parse('00000009-0000-4000-8000-000000000001'), username: 'quản trị' };
  const nothing = { personId: null, administrator: true, grants: [], secondFactor: null, passwordHash: '' };
  await store.accounts.create({ ...nothing, ...account });
  expect(await store.accounts.find(account.id)).toMatchObject(account);
  expect(await store.committees.find(aCommittee(1).id)).toBeUndefined();

  const naming = laterFolder((client) =>
    client.exec("UPDATE oldest_release SET migration = 'later', written_at = 99999999999999"),
  );
  expect(claimDatabase(naming, false)).toBe('database-newer');
});

test('an older release leaves standing which release a newer one has named', async () => {
  const folder = laterFolder((client) =>
    client.exec("UPDATE oldest_release SET migration = 'later', written_at = 99999999999999"),
  );
  const store = sqliteStore(folder);
  await store.close();
  expect(claimDatabase(folder, false)).toBe('database-newer');
});
