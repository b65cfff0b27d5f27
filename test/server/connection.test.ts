import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import {
  aDraft,
  aHall,
  anIssued,
  aPhoneOpens,
  aPrintRun,
  type Hall,
  type Headers,
  publicHalves,
} from '../support/service/hall.ts';

let hall: Hall;
afterEach(() => hall.service.app.close());

/** A session of which nobody has decided where its papers lead; its tellers are named. */
async function undecided(environment: Record<string, string> = {}) {
  hall = await aHall(environment);
  const id = await anIssued(hall);
  await hall.change(id, (state) => {
    const { phoneUse: _of, ...session } = state.session;
    return { ...state, session };
  });
  const use = (as: Headers, chosen: string) => hall.at(id, 'PUT', '/phone-use', as, { use: chosen });
  const print = async () => {
    const { status, body } = await hall.at(id, 'GET', '/print-data', hall.office);
    return status === 200 ? body : body.code;
  };
  const missing = async () =>
    (await hall.at(id, 'GET', '', hall.chair)).body.missing.map(({ code }: { code: string }) => code);
  const open = async () => (await hall.at(id, 'POST', '/open', hall.chair)).body;
  const receive = async () => {
    const [credential] = publicHalves(id, 1);
    const { status, body } = await hall.at(id, 'PUT', '/my-paper', hall.person(2), { credential });
    return status === 200 ? 'received' : body.code;
  };
  return { id, use, print, missing, open, receive };
}

const lacking = (body: { code: string; problems?: readonly { code: string }[] }) =>
  [body.code, ...(body.problems ?? []).map(({ code }) => code)].slice(0, 2);

test('no paper for an address that phones cannot open, before the chair says that it is for this computer only', async () => {
  const { use, print, missing, open, receive } = await undecided();
  expect(await print()).toBe('address-for-this-computer');
  expect(await receive()).toBe('address-for-this-computer');
  expect((await missing())[0]).toBe('address-for-this-computer');
  expect(lacking(await open())).toEqual(['not-ready-to-open', 'address-for-this-computer']);
  for (const as of [hall.office, hall.secretary, hall.teller(1), hall.chairOfSuperior]) {
    expect((await use(as, 'this-computer')).status).toBe(404);
  }
  const chosen = await use(hall.chair, 'this-computer');
  expect(chosen.body.phoneUse).toMatchObject({ use: 'this-computer', by: { name: 'Đồng chí 6' } });
  expect(await print()).toMatchObject({ phonesVote: true });
  expect(await receive()).toBe('received');
  expect(await missing()).not.toContain('address-for-this-computer');
  expect(lacking(await open())[1]).not.toBe('address-for-this-computer');
  expect((await use(hall.chair, 'none')).body.code).toBe('phone-papers-out');
});

test('at an address without TLS the chair decides first, and takes it back until opening', async () => {
  const { id, print, missing, open } = await undecided({ PUBLIC_URL: 'http://192.168.1.10:3000' });
  const allow = (allowed: boolean) => hall.at(id, 'PUT', '/plain-voting', hall.chair, { allowed });
  expect(await print()).toBe('plain-address-undecided');
  expect(await missing()).not.toContain('plain-address-undecided');
  await hall.at(id, 'POST', '/print-runs', hall.office, { credentials: publicHalves(id, 1) });
  expect((await missing())[0]).toBe('plain-address-undecided');
  await allow(true);
  expect(await print()).toMatchObject({ votingAddress: 'http://192.168.1.10:3000/v' });
  expect(await missing()).not.toContain('plain-address-undecided');
  await allow(false);
  expect(lacking(await open())).toEqual(['not-ready-to-open', 'plain-address-undecided']);
});

test('where phones do not vote nothing of this is asked: sheets have a code for the desk, and nobody receives a paper', async () => {
  const { use, print, missing, receive } = await undecided();
  await use(hall.chair, 'none');
  expect(await print()).toMatchObject({ phonesVote: false });
  expect(await missing()).not.toContain('address-for-this-computer');
  expect(await receive()).toBe('phone-papers-not-offered');
  const mine = await hall.send('GET', '/api/me/papers', hall.person(2));
  expect(mine.body).toMatchObject([{ phonePapers: false }]);
});

test('over TLS nothing is to be decided, and a draft is asked nothing', async () => {
  const settings = { PUBLIC_URL: 'https://phieu.example', PHIEU_SECOND_FACTOR: 'offered' };
  const { print, missing } = await undecided(settings);
  expect(await print()).toMatchObject({ votingAddress: 'https://phieu.example/v', phonesVote: true });
  expect(await missing()).not.toContain('address-for-this-computer');
  const draft = await aDraft(hall);
  const { body } = await hall.at(draft, 'GET', '', hall.chair);
  expect(JSON.stringify(body.missing)).not.toContain('address');
});

const own = Object.values(networkInterfaces()).flatMap((infos = []) => infos.map(({ address }) => address));

test('the box waits for a paper opened on a phone: from another machine, at the address that papers bear', async () => {
  const origin = 'http://192.168.1.10:3000';
  const { id, missing, open } = await undecided({ PUBLIC_URL: origin });
  await hall.at(id, 'PUT', '/plain-voting', hall.chair, { allowed: true });
  const opens = (how: { by?: 'test' | 'paper'; from?: string; at?: string }) =>
    aPhoneOpens(hall, { session: id, origin: how.at ?? origin, ...how }).then(({ body }) => body.came ?? body.code);
  expect(await opens({ by: 'test' })).toBe('phone');
  expect(await missing()).not.toContain('no-paper-seen-on-phone');
  await aPrintRun(hall, id, 2);
  expect((await missing())[0]).toBe('no-paper-seen-on-phone');
  for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1', ...own])
    expect(await opens({ from })).toBe('this-computer');
  expect(await opens({ at: 'http://forged.example' })).toBe('elsewhere');
  expect(lacking(await open())).toEqual(['not-ready-to-open', 'no-paper-seen-on-phone']);
  expect(await opens({})).toBe('phone');
  expect(await missing()).not.toContain('no-paper-seen-on-phone');
  expect(lacking(await open())[1]).not.toBe('no-paper-seen-on-phone');
});

test('what a phone says is kept without time, phone and paper, and in no log of who did what', async () => {
  const origin = 'https://phieu.example';
  const { id } = await undecided({ PUBLIC_URL: origin, PHIEU_SECOND_FACTOR: 'offered' });
  await aPrintRun(hall, id, 1);
  const log = () => hall.service.deps.store.audit.check();
  const before = await log();
  for (const by of ['test', 'paper', 'paper'] as const) await aPhoneOpens(hall, { session: id, origin, by });
  const { session } = await hall.state(id);
  expect(session.phonesSeen).toEqual([
    { address: origin, by: 'test' },
    { address: origin, by: 'paper' },
  ]);
  expect(session.printRuns[0]?.address).toBe(origin);
  expect(await log()).toEqual(before);
});

test('whoever does not know the session’s read key says nothing, and only those who make papers are given the code', async () => {
  const { id } = await undecided({ PUBLIC_URL: 'https://phieu.example', PHIEU_SECOND_FACTOR: 'offered' });
  const said = await hall.at(id, 'POST', '/phone-test', hall.chair, { by: 'paper' });
  expect(said.status).toBe(404);
  for (const as of [hall.chair, hall.office]) {
    const { readKey } = (await hall.state(id)).session;
    const votingAddresses = ['https://phieu.example/v'];
    expect((await hall.at(id, 'GET', '/phone-test', as)).body).toEqual({ readKey, votingAddresses, seen: [] });
  }
  for (const as of [hall.teller(1), hall.person(2), hall.chairOfSuperior, undefined]) {
    expect((await hall.at(id, 'GET', '/phone-test', as)).status).toBeGreaterThanOrEqual(401);
  }
});
