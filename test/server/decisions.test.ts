import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionId } from '../../src/domain/session/session.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { tellerPerson } from '../support/build/sessions.ts';
import { aHall, anIssued, aPrintRun, type Hall, type Headers } from '../support/service/hall.ts';
import { signedInAs } from '../support/service/service.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const strike = (number: number) => ({ kind: 'strike-subject', subjectId: aSeatId(number) });
const reason = 'theo đề nghị của Ban Thường vụ';

function propose(id: SessionId, as: Headers, action: unknown) {
  return hall.at(id, 'POST', '/decisions', as, { action, reason });
}

function sign(id: SessionId, decision: string, as: Headers) {
  return hall.at(id, 'POST', `/decisions/${decision}/signature`, as);
}

async function standing(id: SessionId): Promise<number> {
  const { session } = await hall.state(id);
  return session.subjects.filter(({ struckFor }) => struckFor === null).length;
}

/** The clock stands in an open session without a box behind it: no decision here looks into the box. */
function open(id: SessionId) {
  return hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'open' } }));
}

describe('a joint decision', () => {
  test('takes effect once the chair and two tellers have signed, each with their own account', async () => {
    const id = await anIssued(hall);
    const proposed = await propose(id, hall.chair, strike(1));
    expect(proposed).toMatchObject({ status: 201, body: { status: 'proposed', signatures: [{ capacity: 'chair' }] } });
    const { id: decision } = proposed.body;
    expect((await sign(id, decision, hall.chair)).body.code).toBe('already-signed');
    expect((await sign(id, decision, hall.teller(1))).body.status).toBe('proposed');
    expect((await sign(id, decision, hall.teller(1))).body.code).toBe('already-signed');
    expect(await standing(id)).toBe(3);
    const signed = await sign(id, decision, hall.teller(2));
    expect(signed.body.status).toBe('effective');
    expect(signed.body.signatures.map(({ capacity }: { capacity: string }) => capacity)).toEqual([
      ...['chair', 'teller', 'teller'],
    ]);
    expect(await standing(id)).toBe(2);
    expect((await sign(id, decision, hall.teller(3))).body.code).toBe('decision-not-pending');
  });

  test('names who signed, never their accounts', async () => {
    const id = await anIssued(hall);
    const proposed = await propose(id, hall.teller(1), strike(1));
    expect(proposed.body.signatures).toEqual([
      { actor: { name: 'Đồng chí 101' }, capacity: 'teller', at: hall.service.deps.clock().toISOString() },
    ]);
    const { session } = await hall.state(id);
    const account = session.decisions[0]?.signatures[0]?.actor.accountId ?? '';
    expect(JSON.stringify((await hall.at(id, 'GET', '', hall.chair)).body)).not.toContain(account);
  });

  test('is for chair and tellers of this very session', async () => {
    const id = await anIssued(hall);
    const { body } = await propose(id, hall.chair, strike(1));
    const { office, secretary, administrator, chairOfSibling, chairOfSuperior } = hall;
    for (const as of [office, secretary, administrator, chairOfSibling, chairOfSuperior, hall.teller(4)]) {
      expect((await propose(id, as, strike(1))).body.code).toBe('not-found');
      expect((await sign(id, body.id, as)).body.code).toBe('not-found');
    }
    expect((await hall.state(id)).session.decisions).toHaveLength(1);
  });

  test('of another session is unknown', async () => {
    const { body } = await propose(await anIssued(hall), hall.chair, strike(1));
    expect((await sign(await anIssued(hall), body.id, hall.teller(1))).body.code).toBe('unknown-decision');
  });

  test.each([
    ['an unknown kind', { kind: 'declare-winner' }, 'invalid-request'],
    ['an unknown subject', { kind: 'strike-subject', subjectId: 'nobody' }, 'unknown-subject'],
    ['a stranger as teller', { kind: 'replace-teller', index: 1, personId: aPersonId(999) }, 'unknown-person'],
    ['a subject as teller', { kind: 'replace-teller', index: 1, personId: aPersonId(1) }, 'teller-is-subject'],
    ['a place that is not there', { kind: 'replace-teller', index: 7, personId: aPersonId(6) }, 'unknown-teller'],
    ['an end of voting before it began', { kind: 'end-phone-voting' }, 'session-not-open'],
    ['a return before opening', { kind: 'return-to-open' }, 'not-counting'],
    ['a sheet where none is left', { kind: 'replace-lost-sheet' }, 'no-sheet-left'],
  ])('%s is refused at once', async (_what, action, code) => {
    const id = await anIssued(hall);
    expect((await propose(id, hall.chair, action)).body.code).toBe(code);
    expect((await hall.state(id)).session.decisions).toEqual([]);
  });

  test('without a reason is none', async () => {
    const id = await anIssued(hall);
    const body = { action: strike(1), reason: '  ' };
    expect((await hall.at(id, 'POST', '/decisions', hall.chair, body)).status).toBe(400);
  });
});

describe('somebody who is both chair and teller', () => {
  const both = () =>
    signedInAs(hall.service, {
      ...{ personId: tellerPerson(1), grants: [{ role: 'chair', committeeId: aCommittee(2).id }] },
    });

  test('signs as chair; two other tellers sign beside', async () => {
    const id = await anIssued(hall);
    const chair = await both();
    const { body } = await propose(id, chair, strike(1));
    expect(body.signatures[0].capacity).toBe('chair');
    await sign(id, body.id, hall.teller(2));
    expect((await sign(id, body.id, chair)).body.code).toBe('already-signed');
    expect((await sign(id, body.id, hall.teller(3))).body.status).toBe('effective');
  });

  test('signs as teller where another account has signed as chair', async () => {
    const id = await anIssued(hall);
    const { body } = await propose(id, hall.chair, strike(1));
    const signed = await sign(id, body.id, await both());
    expect(signed.body.signatures.map(({ capacity }: { capacity: string }) => capacity)).toEqual(['chair', 'teller']);
  });
});

test('a proposal sent again after a lost answer is one proposal, signed once', async () => {
  const id = await anIssued(hall);
  const body = { id: crypto.randomUUID(), action: strike(1), reason: 'theo đề nghị' };
  const send = (change: object = {}, as = hall.chair) => hall.at(id, 'POST', '/decisions', as, { ...body, ...change });
  const [one, other] = await Promise.all([send(), send()]);
  expect([one.status, other.status, other.body.id]).toEqual([201, 201, body.id]);
  expect(other.body).toEqual(one.body);
  expect((await hall.state(id)).session.decisions).toHaveLength(1);
  expect((await send({ reason: 'khác' })).body.code).toBe('id-in-use');
  expect((await send({}, hall.teller(2))).body.code).toBe('id-in-use');
});

test('a second chair does not stand for a teller', async () => {
  const id = await anIssued(hall);
  const deputy = await signedInAs(hall.service, { grants: [{ role: 'chair', committeeId: aCommittee(2).id }] });
  const { body } = await propose(id, hall.chair, strike(1));
  await sign(id, body.id, deputy);
  expect((await sign(id, body.id, hall.teller(1))).body.status).toBe('proposed');
  expect((await sign(id, body.id, hall.teller(2))).body.status).toBe('effective');
});

test('a new teller takes the old one’s place, who is a teller no longer', async () => {
  const id = await anIssued(hall);
  const { body } = await propose(id, hall.chair, { kind: 'replace-teller', index: 3, personId: tellerPerson(4) });
  await sign(id, body.id, hall.teller(1));
  expect((await sign(id, body.id, hall.teller(2))).body.status).toBe('effective');
  expect((await hall.at(id, 'GET', '', hall.teller(3))).status).toBe(404);
  const { tellers } = (await hall.at(id, 'GET', '', hall.teller(4))).body;
  expect(tellers[2]).toMatchObject({ index: 3, name: 'Đồng chí 104' });
});

test('chair and one teller end phone voting, which ends when the countdown has run out', async () => {
  const id = await anIssued(hall);
  await open(id);
  // Teller 1 has been given the chair's role above.
  const { body } = await propose(id, hall.teller(2), { kind: 'end-phone-voting' });
  expect((await sign(id, body.id, hall.chair)).body.status).toBe('effective');
  const stateOf = async () => (await hall.at(id, 'GET', '', hall.chair)).body.state;
  expect(await stateOf()).toBe('open');
  hall.service.passSeconds(59);
  expect(await stateOf()).toBe('open');
  hall.service.passSeconds(1);
  expect(await stateOf()).toBe('counting');
});

test('a lost sheet without its stub is replaced by chair and two tellers', async () => {
  const id = await anIssued(hall);
  await aPrintRun(hall, id, 2);
  await hall.at(id, 'PUT', `/roll/${aPersonId(1)}/sheet`, hall.office);
  const { body } = await propose(id, hall.chair, { kind: 'replace-lost-sheet' });
  await sign(id, body.id, hall.teller(1));
  await sign(id, body.id, hall.teller(2));
  const { ledger, sheetsLeft } = (await hall.at(id, 'GET', '', hall.chair)).body;
  expect([ledger.handedOut, ledger.issued, sheetsLeft]).toEqual([2, 2, 0]);
});

test('two signatures at the same moment both count, and the decision takes effect once', async () => {
  const id = await anIssued(hall);
  await aPrintRun(hall, id, 3);
  const { body } = await propose(id, hall.chair, { kind: 'replace-lost-sheet' });
  const signed = await Promise.all([1, 2, 3].map((index) => sign(id, body.id, hall.teller(index))));
  expect(signed.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
  expect((await hall.state(id)).session.replacedWithoutStub).toBe(1);
});
