import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noObject } from '../../../src/domain/audit.ts';
import { accept } from '../../../src/domain/ruling.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { forgetCancelled } from '../../../src/server/start/forget-cancelled.ts';
import { auditIntent } from '../../../src/server/store/audit-intent.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { checkedAll } from '../../support/service/checked-sessions.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { aVoteService, counting, opened, sealed, type VoteService } from '../../support/service/vote-service.ts';

const recastKey = 'a'.repeat(32);
const channels = ['phone', 'sheet'];

/** Thirty sheets, of which every other votes by phone and the rest is keyed, and one phone paper, all in the box. */
async function aFullBox(folder: string) {
  const made = await aVoteService(
    { voters: 31, sheets: 30, phones: 1, subjects: 1 },
    { store: keep(sqliteStore(folder)) },
  );
  const election = await opened(made);
  const cast = async (paper: (typeof made.vote.sheets)[number]) => {
    const body = { ballot: sealed(made, election, paper, [0]), recastKey };
    expect((await made.post('ballots', made.holder, body)).status).toBe(200);
    return body;
  };
  const [phone] = made.vote.phones;
  if (phone === undefined) throw new Error('no phone paper');
  const onPhone = await cast(phone);
  for (const paper of made.vote.sheets.filter((_, at) => at % 2 === 0)) await cast(paper);
  await counting(made, { issued: 31, collected: 31, sheets: 15 });
  for (const paper of made.vote.sheets.filter((_, at) => at % 2 === 1)) {
    const body = { ballot: sealed(made, election, paper, [0]), invalidReason: null };
    expect((await made.post('sheets', made.teller(1), body)).status).toBe(200);
  }
  return { made, phone, onPhone };
}

/** The ledger as the console shows it. */
async function shownLedger({ service, vote, chair }: VoteService) {
  const url = `/api/sessions/${vote.state.session.id}`;
  return (await service.app.inject({ url, headers: chair })).json().ledger;
}

function bytesOf(folder: string): string {
  return ['phieu.sqlite', 'phieu.sqlite-wal']
    .map((name) => join(folder, name))
    .map((path) => (existsSync(path) ? readFileSync(path).toString('latin1') : ''))
    .join('\n');
}

/** How many papers lie in the files with the way in which they came; a row holds the channel after the credential. */
function told(folder: string, { vote }: VoteService): number {
  const bytes = bytesOf(folder);
  const all = [...vote.sheets, ...vote.phones].map((paper) => paper.public);
  return all.filter((one) => channels.some((channel) => bytes.includes(`${one}${channel}`))).length;
}

test('after closing no table and no byte of the files tells which paper came over which channel', async () => {
  const folder = newFolder();
  const { made, phone, onPhone } = await aFullBox(folder);
  expect(told(folder, made)).toBe(31);
  expect(bytesOf(folder)).toContain(sha256Hex(recastKey));

  const { status, body } = await made.post('close', made.chair);
  expect([status, body.ledger.phone, body.ledger.sheetsKeyed]).toEqual([200, 1, 15]);
  const { papers, session } = await made.state();
  const rows = [...papers.values()].map(({ credential: _credential, ...row }) => row);
  // All alike: the one phone paper is none of them.
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
  expect(told(folder, made)).toBe(0);
  expect(bytesOf(folder)).not.toContain(sha256Hex(recastKey));
  expect(bytesOf(folder)).toContain(phone.public);

  // The numbers stay, and what is shown of them.
  expect(await shownLedger(made)).toEqual(body.ledger);
  made.service.passSeconds(15);
  const turnout = (await made.get('turnout', made.chair)).body;
  expect(turnout).toMatchObject({ issued: 31, collected: 31, channels: { phone: 16, sheet: 15 } });
  expect(await checkedAll(made.service.deps.store)).toEqual([]);
  const record = await made.get('record', made.chair);
  const report = await verifyRecord(record.bytes, { group: sodiumGroup, uuid: session.id, heads: [body.head] });
  expect(report).toMatchObject({ ok: true, numbers: { counted: 31 } });
  // The phone is still told that its ballot is there.
  expect((await made.post('ballots', made.holder, onPhone)).body).toMatchObject({ head: body.head, mayRecast: true });
  await made.service.app.close();
});

test('cancelling after opening forgets them too, and the minutes keep the numbers', async () => {
  const folder = newFolder();
  const { made } = await aFullBox(folder);
  const before = await shownLedger(made);
  const proposal = { action: { kind: 'cancel' }, reason: 'Mất điện' };
  const proposed = await made.post('decisions', made.chair, proposal);
  const path = `decisions/${proposed.body.id}/signature`;
  for (const teller of [1, 2]) await made.post(path, made.teller(teller));
  expect((await made.state()).session.state).toBe('cancelled');
  expect(told(folder, made)).toBe(0);
  expect(await shownLedger(made)).toEqual(before);
  const minutes = await made.get('minutes.pdf', made.chair);
  expect([minutes.status, minutes.headers['content-type']]).toEqual([200, 'application/pdf']);
  await made.service.app.close();
});

test('of a session that an earlier release cancelled the next start forgets them, once, and it agrees with its seals', async () => {
  const folder = newFolder();
  const { made } = await aFullBox(folder);
  const { store } = made.service.deps;
  const { id } = made.vote.state.session;
  const before = await shownLedger(made);
  // As it was left then: cancelled, its links erased, its papers as they were.
  const note = { ...noObject, at: '2026-12-01T02:00:00.000Z', event: 'signDecision', accountId: null, sessionId: id };
  await store.noting(auditIntent(note)).sessions.update(id, withAllPapers, ({ papers, session }) =>
    accept({
      after: {
        ...{ papers, phoneLinks: new Map() },
        session: {
          ...{ ...session, state: 'cancelled' as const },
          cancellation: { by: session.chair, at: note.at, reason: 'Mất điện', from: session.state },
        },
      },
    }),
  );
  expect(told(folder, made)).toBe(31);

  const log: object[] = [];
  const start = () => forgetCancelled(made.service.deps, { info: (entry) => void log.push(entry) });
  await start();
  await start();
  expect(log).toEqual([{ session: id }]);
  expect(told(folder, made)).toBe(0);
  expect(await shownLedger(made)).toEqual(before);
  expect((await made.get('minutes.pdf', made.chair)).status).toBe(200);
  await store.close();
  const again = keep(sqliteStore(folder));
  expect(await checkedAll(again)).toEqual([]);
  expect(await again.audit.check()).toMatchObject({ brokenAt: null });
  const scope = { kind: 'committee' as const, committeeId: made.vote.state.session.committeeId, accountIds: [] };
  const [entry] = await again.audit.list(scope, { after: null, limit: 1 });
  expect(entry?.event).toBe('sessionSealed');
  await made.service.app.close();
});
