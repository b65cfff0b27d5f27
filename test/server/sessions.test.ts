import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../src/domain/session/paper.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId } from '../support/build/ids.ts';
import { numbers, tellerPerson } from '../support/build/sessions.ts';
import { aDraft, aHall, anIssued, aPrintRun, type Hall, settings } from '../support/service/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const sessionsOf = (committee: number) => `/api/committees/${aCommittee(committee).id}/sessions`;

function tellers(id: SessionId, people: readonly string[], threshold = 2, as = hall.chair) {
  return hall.at(id, 'PUT', '/tellers', as, { personIds: people, threshold });
}

describe('drawing up', () => {
  test('subjects and roll fill from the seats held on that day', async () => {
    const made = await hall.send('POST', sessionsOf(2), hall.chair, { ...settings, formId: 'qd-96-2023' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ state: 'draft', superiorName: aCommittee(1).name, phonePapers: true });
    expect(made.body.subjects.map((subject: { name: string }) => subject.name)).toEqual([
      'Đồng chí 1',
      'Đồng chí 2',
      'Đồng chí 3',
    ]);
    expect(made.body.roll).toHaveLength(3);
    expect(made.body.missing).toEqual([{ code: 'too-few-tellers' }]);
  });

  test('sent again after a lost answer, even when more has been entered since, it is the same session', async () => {
    const body = { id: crypto.randomUUID(), ...settings, formId: 'qd-96-2023', title: 'Lấy phiếu một lần' };
    const send = (change: object = {}) => hall.send('POST', sessionsOf(2), hall.chair, { ...body, ...change });
    const { audit, sessions } = hall.service.deps.store;
    const before = (await audit.check()).count;
    const [one, again] = await Promise.all([send(), send()]);
    expect([one.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(one.body);
    expect((await audit.check()).count).toBe(before + 1);
    expect((await tellers(one.body.id, [101, 102, 103].map(aPersonId))).status).toBe(200);
    expect((await send()).body).toMatchObject({ id: one.body.id, tellers: [{}, {}, {}] });
    for (const change of [{ title: 'Khác' }, { summonedTerm: '2025–2030' }])
      expect((await send(change)).body).toMatchObject({ code: 'id-in-use', status: 409 });
    const all = await sessions.list({ committeeIds: [aCommittee(2).id] });
    expect(all.filter(({ settings: { title } }) => title === body.title)).toHaveLength(1);
  });

  test('only the committee’s own chair does it; for everybody else there is nothing at this address', async () => {
    const body = { ...settings, formId: 'qd-96-2023' };
    const { office, secretary, administrator, chairOfSibling, chairOfSuperior } = hall;
    for (const as of [office, secretary, administrator, chairOfSibling, chairOfSuperior, hall.person(1)]) {
      expect((await hall.send('POST', sessionsOf(2), as, body)).status).toBe(404);
    }
    expect((await hall.send('POST', sessionsOf(2), undefined, body)).status).toBe(401);
  });

  test.each([
    ['an unknown form', { formId: 'qd-1-1900' }, 422, 'unknown-form'],
    ['a day that does not exist', { heldOn: '2026-02-30' }, 400, 'invalid-request'],
    ['an empty title', { title: ' ' }, 400, 'invalid-request'],
    ['a field nobody knows', { threshold: 1 }, 400, 'invalid-request'],
  ])('%s draws up nothing', async (_what, change, status, code) => {
    const before = (await hall.send('GET', '/api/sessions', hall.chair)).body.length;
    const body = { ...settings, formId: 'qd-96-2023', ...change };
    const made = await hall.send('POST', sessionsOf(2), hall.chair, body);
    expect([made.status, made.body.code]).toEqual([status, code]);
    expect((await hall.send('GET', '/api/sessions', hall.chair)).body).toHaveLength(before);
  });
});

describe('a letter that papers cannot print', () => {
  test.each([
    ['the title', 'title', 'Lấy phiếu 漢字', '漢'],
    ['the place', 'place', 'Nhà văn hóa សុខ', 'សុ'],
  ])('is refused in %s, and named', async (_what, field, text, letter) => {
    const body = { ...settings, formId: 'qd-96-2023', [field]: text };
    const made = await hall.send('POST', sessionsOf(2), hall.chair, body);
    expect([made.status, made.body.problems]).toMatchObject([
      400,
      [{ code: 'unprintable-letter', path: `body.${field}`, messages: { vi: expect.stringContaining(letter) } }],
    ]);
  });

  test('is refused on the roll and in a correction; letters of the Êđê are not', async () => {
    const id = await aDraft(hall);
    const guest = (name: string) => ({ personId: null, name, position: 'Đại biểu' });
    const refused = await hall.at(id, 'POST', '/roll', hall.office, guest('ꨀꨇꩉ'));
    expect(refused.body.problems[0].messages.en).toContain('“ꨀ” (U+AA00)');
    expect((await hall.at(id, 'POST', '/roll', hall.office, guest('H’Ê̆ Kđoh Ƀuôn Ñă'))).status).toBe(201);
    const action = { kind: 'correct-subject', subjectId: 'x', name: 'Lý 漢', position: 'Ủy viên' };
    const proposed = await hall.at(id, 'POST', '/decisions', hall.chair, { action, reason: 'Sửa tên.' });
    expect(proposed.body.problems).toMatchObject([{ code: 'unprintable-letter' }]);
  });
});

describe('leaving a seat out', () => {
  async function exclude(formId: string, reason: string | null) {
    const id = await aDraft(hall, formId);
    const { subjects } = (await hall.state(id)).session;
    return hall.at(id, 'PUT', `/subjects/${subjects[0]?.id}/exclusion`, hall.chair, { reason });
  }

  test('takes a reason that the form allows', async () => {
    const done = await exclude('nq-96-2023-qh15', 'retirement-announced');
    expect(done.body.subjects[0].excludedFor).toBe('retirement-announced');
    expect((await exclude('nq-96-2023-qh15', 'busy')).body.code).toBe('exclusion-not-allowed');
    expect((await exclude('366-qd-tw-2025', 'retirement-announced')).body.code).toBe('exclusion-not-allowed');
  });

  test.each(['retirement-announced', 'took-office-this-year'])(
    'Regulation 96 of the Party allows it: %s',
    async (reason) => {
      const done = await exclude('qd-96-2023', reason);
      expect(done.status).toBe(200);
      expect(done.body.subjects.map(({ excludedFor }: { excludedFor: string | null }) => excludedFor)).toEqual([
        ...[reason, null, null],
      ]);
    },
  );
});

describe('the roll', () => {
  test('others who were summoned are added and taken off again, seat holders stay', async () => {
    const id = await aDraft(hall);
    const guest = { personId: aPersonId(4), name: 'Đồng chí 4', position: 'Đại biểu' };
    const added = await hall.at(id, 'POST', '/roll', hall.office, guest);
    expect(added.status).toBe(201);
    expect((await hall.at(id, 'POST', '/roll', hall.office, guest)).body.code).toBe('voter-already-on-roll');
    const stranger = { ...guest, personId: aPersonId(999) };
    expect((await hall.at(id, 'POST', '/roll', hall.office, stranger)).body.code).toBe('unknown-person');
    const voter = added.body.roll.at(-1).id;
    expect((await hall.at(id, 'DELETE', `/roll/${voter}`, hall.office)).body.roll).toHaveLength(3);
    const holder = added.body.roll[0].id;
    expect((await hall.at(id, 'DELETE', `/roll/${holder}`, hall.office)).body.code).toBe('seat-holder-stays-on-roll');
  });

  test('somebody added again after a lost answer stands there once; the id takes nobody else in', async () => {
    const id = await aDraft(hall);
    const guest = { id: crypto.randomUUID(), name: 'Vàng A Páo', position: 'Đại biểu' };
    const add = (who: object) => hall.at(id, 'POST', '/roll', hall.office, who);
    const answers = await Promise.all([add(guest), add(guest)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await add(guest)).body).toEqual(answers[0]?.body);
    expect(answers[0]?.body.roll.filter(({ name }: { name: string }) => name === guest.name)).toHaveLength(1);
    expect((await add({ ...guest, name: 'Giàng A Chu' })).body).toMatchObject({ code: 'id-in-use', status: 409 });
    const known = { id: crypto.randomUUID(), personId: aPersonId(6), name: 'Đồng chí 6', position: 'Đại biểu' };
    expect([(await add(known)).status, (await add(known)).status]).toEqual([201, 201]);
    expect((await add({ ...known, id: crypto.randomUUID() })).body.code).toBe('voter-already-on-roll');
    expect((await hall.state(id)).session.roll).toHaveLength(5);
  });

  test('a decomposed name comes out composed', async () => {
    const id = await aDraft(hall);
    const guest = { name: 'Nguyễn Thị Hường'.normalize('NFD'), position: 'Đại biểu' };
    const added = await hall.at(id, 'POST', '/roll', hall.office, guest);
    expect(added.body.roll.at(-1).name).toBe('Nguyễn Thị Hường'.normalize('NFC'));
  });
});

describe('tellers', () => {
  test('a subject, a stranger, one person twice, or too few are refused, and nothing changes', async () => {
    const id = await aDraft(hall);
    const [one, two] = [tellerPerson(1), tellerPerson(2)];
    const codes = [
      (await tellers(id, [aPersonId(1), one, two])).body.code,
      (await tellers(id, [aPersonId(999), one, two])).body.code,
      (await tellers(id, [one, one, two])).body.code,
      (await tellers(id, [one, two])).body.code,
      (await tellers(id, [one, two, tellerPerson(3)], 3)).body.code,
      (await tellers(id, [one], 1)).body.code,
      (await tellers(id, [one, two, tellerPerson(3)], 2, hall.office)).body.code,
    ];
    expect(codes).toEqual([
      ...['teller-is-subject', 'unknown-person', 'teller-named-twice', 'too-few-tellers', 'threshold-out-of-range'],
      ...['too-few-tellers', 'not-found'],
    ]);
    expect((await hall.state(id)).session.tellers).toEqual([]);
  });

  test('a named teller reaches the session, and one who was named no longer does not', async () => {
    const id = await aDraft(hall);
    await tellers(id, numbers(3).map(tellerPerson));
    expect((await hall.at(id, 'GET', '', hall.teller(3))).status).toBe(200);
    await tellers(id, [1, 2, 4].map(tellerPerson));
    expect((await hall.at(id, 'GET', '', hall.teller(3))).status).toBe(404);
  });
});

describe('issuing', () => {
  test('freezes subjects, roll and tellers', async () => {
    const id = await anIssued(hall);
    const { subjects } = (await hall.state(id)).session;
    const tried = [
      await hall.at(id, 'PUT', `/subjects/${subjects[0]?.id}/exclusion`, hall.chair, { reason: null }),
      await hall.at(id, 'POST', '/roll', hall.office, { name: 'Đồng chí 9', position: 'Đại biểu' }),
      await tellers(id, [1, 2, 4].map(tellerPerson)),
      await hall.at(id, 'PUT', '/settings', hall.chair, settings),
      await hall.at(id, 'POST', '/issue', hall.chair),
    ];
    expect(tried.map(({ status, body }) => [status, body.code])).toEqual(tried.map(() => [409, 'not-in-draft']));
  });

  test('names what is missing', async () => {
    const id = await aDraft(hall);
    const refused = await hall.at(id, 'POST', '/issue', hall.chair);
    expect(refused.body).toMatchObject({ code: 'not-ready-to-issue', problems: [{ code: 'too-few-tellers' }] });
  });
});

describe('before opening', () => {
  test('whoever has the duty briefs, never the chair in their place; the office takes attendance, and the console tells what is missing', async () => {
    const id = await anIssued(hall);
    const text = 'Mục đích, yêu cầu\nlấy phiếu';
    const byChair = () => hall.at(id, 'PUT', '/briefing', hall.chair, { text });
    expect((await byChair()).body.code).toBe('briefing-is-anothers');
    expect((await hall.at(id, 'PUT', '/briefing', hall.office, { text })).status).toBe(404);
    expect((await hall.at(id, 'GET', '', hall.chair)).body).toMatchObject({ mayBrief: false, briefers: [/./] });
    expect((await hall.at(id, 'PUT', '/briefing', hall.secretary, { text })).body.briefing.text).toBe(text);
    const steered = await hall.at(id, 'PUT', '/briefing', hall.secretary, { text: 'Mục đích\n\u202eyêu cầu' });
    expect(steered.body).toMatchObject({ status: 400, problems: [{ code: 'forbidden-character' }] });
    const { roll } = (await hall.state(id)).session;
    const present = [roll[0]?.id, roll[1]?.id];
    const taken = await hall.at(id, 'PUT', '/attendance', hall.office, { present });
    expect(taken.body.attendance).toEqual({ present: 2, summoned: 3, recorded: true });
    const codes = taken.body.missing.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['spoken-code-not-confirmed', 'rehearsal-not-passed', 'no-papers', 'setup-not-prepared']);
    const refused = await hall.at(id, 'PUT', '/attendance', hall.office, { present: ['somebody'] });
    expect(refused.body.code).toBe('unknown-voter');
    expect((await hall.at(id, 'GET', '', hall.chair)).body.attendance.present).toBe(2);
  });

  test('the chair cancels alone, with a reason, and whose phone paper was whose is erased', async () => {
    const id = await anIssued(hall);
    await hall.change(id, (state) => ({
      ...state,
      phoneLinks: new Map(state.session.roll.slice(0, 1).map((voter) => [voter.id, 'a'.repeat(64)])),
    }));
    expect((await hall.at(id, 'POST', '/cancellation', hall.chair, { reason: '' })).status).toBe(400);
    expect((await hall.at(id, 'POST', '/cancellation', hall.office, { reason: 'bão' })).status).toBe(404);
    const cancelled = await hall.at(id, 'POST', '/cancellation', hall.chair, { reason: 'bão' });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', cancellation: { reason: 'bão' } });
    expect((await hall.state(id)).phoneLinks.size).toBe(0);
    expect((await hall.at(id, 'POST', '/cancellation', hall.chair, { reason: 'bão' })).body.code).toBe(
      'cannot-be-cancelled',
    );
  });
});

describe('who sees what', () => {
  test('a session is open to those who prepare and count it, to nobody else', async () => {
    const id = await anIssued(hall);
    for (const as of [hall.chair, hall.office, hall.secretary, hall.teller(1)]) {
      expect((await hall.at(id, 'GET', '', as)).status).toBe(200);
    }
    const { administrator, chairOfSibling, chairOfSuperior } = hall;
    for (const as of [administrator, chairOfSibling, chairOfSuperior, hall.teller(4), hall.person(4), hall.person(1)]) {
      expect((await hall.at(id, 'GET', '', as)).body.code).toBe('not-found');
    }
  });

  test('the console’s view holds no credential, no account and no read key', async () => {
    const id = await anIssued(hall);
    const { session } = await hall.state(id);
    const shown = JSON.stringify((await hall.at(id, 'GET', '', hall.chair)).body);
    expect(shown).not.toContain(session.readKey);
    expect(shown).not.toContain(session.chair.accountId);
  });

  test('somebody’s list names the sessions they have to do with, and no other’s', async () => {
    const own = await anIssued(hall);
    const sibling = await aDraft(hall, 'qd-96-2023', 3);
    const list = async (as: Parameters<typeof hall.send>[2]) =>
      (await hall.send('GET', '/api/sessions', as)).body.map(({ id }: { id: string }) => id);
    expect(await list(hall.teller(1))).toContain(own);
    expect(await list(hall.person(2))).toContain(own);
    expect(await list(hall.person(2))).not.toContain(sibling);
    expect(await list(hall.person(4))).toEqual([sibling]);
    expect(await list(hall.person(5))).toEqual([]);
    expect(await list(hall.administrator)).toEqual([]);
  });
});

describe('the console', () => {
  test('does not show ballots as they come in: only turnout does, less often', async () => {
    const id = await anIssued(hall);
    const { sheets } = await aPrintRun(hall, id, 2);
    await hall.change(id, ({ papers, ...state }) => ({
      ...state,
      session: { ...state.session, state: 'open' },
      papers: new Map([...papers].map(([key, paper]) => [key, key === sheets[0] ? voted(paper) : paper])),
    }));
    const open = (await hall.at(id, 'GET', '', hall.chair)).body.ledger;
    expect(open).toMatchObject({ printed: 2, collected: null, notReturned: null });
    await hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'counting' } }));
    expect((await hall.at(id, 'GET', '', hall.chair)).body.ledger.collected).toBe(1);
  });

  test('shows how many sheets were wholly invalid to chair and tellers only', async () => {
    const id = await anIssued(hall);
    const invalidSheets = { 'name-crossed-out': 2 };
    await hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'counting', invalidSheets } }));
    for (const inside of [hall.chair, hall.teller(1)]) {
      expect((await hall.at(id, 'GET', '', inside)).body.invalidSheets).toEqual(invalidSheets);
    }
    for (const helper of [hall.office, hall.secretary]) {
      expect((await hall.at(id, 'GET', '', helper)).body.invalidSheets).toEqual({});
    }
  });
});

const voted = (paper: Paper): Paper => ({ ...paper, votedBy: 'phone' });

describe('voting without TLS', () => {
  test('is the chair’s decision, recorded with who and when, changeable until opening, and while the box is open still to be allowed', async () => {
    const id = await anIssued(hall);
    const decide = (as: Hall['chair'], allowed: boolean) => hall.at(id, 'PUT', '/plain-voting', as, { allowed });
    for (const as of [hall.office, hall.secretary, hall.teller(1), hall.chairOfSuperior]) {
      expect((await decide(as, true)).status).toBe(404);
    }
    const allowed = await decide(hall.chair, true);
    const at = hall.service.deps.clock().toISOString();
    expect(allowed.body.plainVoting).toEqual({ by: { name: 'Đồng chí 6' }, at });
    expect((await decide(hall.chair, false)).body.plainVoting).toBeNull();
    const into = (state: 'open' | 'counting') =>
      hall.change(id, (before) => ({ ...before, session: { ...before.session, state } }));
    await into('open');
    expect((await decide(hall.chair, false)).body.code).toBe('not-before-opening');
    expect((await decide(hall.chair, true)).status).toBe(200);
    // Ballots may have come so: it stays, with what is known of them.
    expect((await decide(hall.chair, false)).body.code).toBe('not-before-opening');
    await into('counting');
    expect((await decide(hall.chair, true)).body.code).toBe('not-before-opening');
    expect((await hall.state(id)).session.plainVoting).toMatchObject({ at, used: false });
  });
});

test('where the briefing is nobody’s duty the chair records it', async () => {
  const id = await aDraft(hall, 'qd-96-2023', 3);
  const as = hall.chairOfSibling;
  expect((await hall.at(id, 'GET', '', as)).body).toMatchObject({ mayBrief: true, briefers: [] });
  const briefed = await hall.at(id, 'PUT', '/briefing', as, { text: 'Khách quan.' });
  expect(briefed.body.briefing.text).toBe('Khách quan.');
});

test('that somebody has looked at a list that filled itself is kept until the lists are frozen', async () => {
  const id = await aDraft(hall);
  const look = (list: string, as = hall.office) => hall.at(id, 'PUT', `/looked-at/${list}`, as);
  expect((await hall.at(id, 'GET', '', hall.chair)).body.lookedAt).toEqual([]);
  expect((await look('roll', hall.secretary)).status).toBe(404);
  expect((await look('tellers')).status).toBe(404);
  await look('roll');
  expect([(await look('roll')).body.lookedAt, (await look('subjects')).body.lookedAt]).toEqual([
    ['roll'],
    ['roll', 'subjects'],
  ]);
  await tellers(id, numbers(3).map(tellerPerson));
  await hall.at(id, 'POST', '/issue', hall.chair);
  expect((await look('roll')).body.code).toBe('not-in-draft');
});
