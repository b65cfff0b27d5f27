import { describe, expect, test } from 'vitest';
import { decideStartCeremony } from '../../../src/domain/session/ceremony.ts';
import { decideEndPhoneVoting } from '../../../src/domain/session/countdown.ts';
import { checkClosing, ledgerOf } from '../../../src/domain/session/counting.ts';
import { decideJointly, decidePropose, type JointContext } from '../../../src/domain/session/joint-action.ts';
import type { JointAction, JointDecision, Signature } from '../../../src/domain/session/joint-decision.ts';
import { countPapers, decideHandOut, type SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { reportLostKey } from '../../../src/domain/session/publication.ts';
import { standingSubjects } from '../../../src/domain/session/session.ts';
import { isFullySigned } from '../../../src/domain/session/sign-decision.ts';
import { aPersonId } from '../../support/build/ids.ts';
import {
  announced,
  at,
  cast,
  closed,
  counting,
  issued,
  keyed,
  must,
  onSession,
  open,
  openedWith,
  phone,
  ready,
  refusalOf,
  rulesOfHall,
  sheet,
  tellerActor,
  tellerPerson,
  theChair,
  unused,
  voter,
  withSheets,
  withSheetsOut,
} from '../../support/build/sessions.ts';

const names = new Map([201, 202, 203].map((number) => [String(aPersonId(number)), `Người mới ${number}`]));

function context(seconds = 300): JointContext {
  return {
    ...{ now: at(seconds), countdownSeconds: 60, rules: rulesOfHall },
    nameOf: (personId) => names.get(personId) ?? (personId === aPersonId(1) ? 'Lò Văn Phá 1' : undefined),
    isUnvouched: () => false,
  };
}

const byChair: Signature = { actor: theChair, capacity: 'chair', at: at(0).toISOString() };
const byTeller = (index: number): Signature => ({
  ...{ actor: tellerActor(index), capacity: 'teller', at: at(0).toISOString() },
});

function proposal(action: JointAction, id = 'decision', by = byChair): JointDecision {
  return { id, action, reason: 'theo đề nghị', status: 'proposed', signatures: [by] };
}

function propose(state: SessionWithPapers, action: JointAction, id = 'decision', seconds = 300) {
  return decidePropose(state, proposal(action, id), context(seconds));
}

function sign(state: SessionWithPapers, by: Signature, id = 'decision', seconds = 300) {
  return decideJointly(state, id, by, context(seconds));
}

/** Chair and two tellers sign. */
function decided(state: SessionWithPapers, action: JointAction, id = 'decision', seconds = 300) {
  const proposed = must(propose(state, action, id, seconds));
  const one = must(sign(proposed, byTeller(1), id, seconds));
  return must(sign(one, byTeller(2), id, seconds));
}

function statusOf({ session }: SessionWithPapers, id = 'decision') {
  return session.decisions.find((one) => one.id === id)?.status;
}

function strike(state: SessionWithPapers, number: number): JointAction {
  return { kind: 'strike-subject', subjectId: String(state.session.subjects[number - 1]?.id) };
}

function correct(state: SessionWithPapers, number: number): JointAction {
  const subjectId = String(state.session.subjects[number - 1]?.id);
  return { kind: 'correct-subject', subjectId, name: 'Lò Văn Pha', position: 'Bí thư' };
}

test('a subject is corrected to a name only', () => {
  const state = issued();
  const action = { ...correct(state, 1), name: '=1+1' } as JointAction;
  expect(refusalOf(propose(state, action))).toBe('bad-name');
});

const openHall = () => openedWith({ voters: 6 }, { sheets: 4, sheetsTo: [1, 2] });

describe('signing', () => {
  test('chair and two tellers, each once, with their own accounts', () => {
    const proposed = must(propose(issued(), strike(issued(), 1)));
    expect(refusalOf(sign(proposed, byChair))).toBe('already-signed');
    const one = must(sign(proposed, byTeller(1)));
    expect(refusalOf(sign(one, byTeller(1)))).toBe('already-signed');
    expect(statusOf(one)).toBe('proposed');
    expect(standingSubjects(one.session)).toHaveLength(3);
    const two = must(sign(one, byTeller(2)));
    expect(statusOf(two)).toBe('effective');
    expect(refusalOf(sign(two, byTeller(3)))).toBe('decision-not-pending');
  });

  test('a person is not an account: two accounts of one teller sign once, those of the chair are no teller', () => {
    const other = (by: Signature, account: number): Signature => ({ ...by, actor: tellerActor(account) });
    const teller = { ...byTeller(1), personId: tellerPerson(1) };
    const proposed = must(propose(issued(), strike(issued(), 1)));
    const one = must(sign(proposed, teller));
    expect(refusalOf(sign(one, other(teller, 2)))).toBe('already-signed');
    expect(statusOf(must(sign(one, { ...byTeller(2), personId: tellerPerson(2) })))).toBe('effective');
    // Kept by an earlier release, which looked at accounts alone.
    const chair = { ...byChair, personId: aPersonId(1) };
    const doubled = {
      ...proposal(strike(issued(), 1)),
      signatures: [chair, teller, other(teller, 2), other(chair, 4)],
    };
    doubled.signatures[3] = { ...other(chair, 4), capacity: 'teller' };
    expect(isFullySigned(issued().session, doubled)).toBe(false);
    const third = { ...byTeller(3), personId: tellerPerson(3) };
    expect(isFullySigned(issued().session, { ...doubled, signatures: [...doubled.signatures, third] })).toBe(true);
  });

  test('three tellers without the chair decide nothing', () => {
    const state = issued();
    const proposed = must(decidePropose(state, proposal(strike(state, 1), 'decision', byTeller(1)), context()));
    const all = must(sign(must(sign(proposed, byTeller(2))), byTeller(3)));
    expect(statusOf(all)).toBe('proposed');
    expect(statusOf(must(sign(all, byChair)))).toBe('effective');
  });

  test('where there is a single teller, that one and the chair decide', () => {
    const state = issued({ tellers: 1 });
    expect(statusOf(must(sign(must(propose(state, strike(state, 1))), byTeller(1))))).toBe('effective');
  });

  test('chair and one teller end phone voting', () => {
    const proposed = must(propose(openHall(), { kind: 'end-phone-voting' }, 'decision', 100));
    expect(proposed.session.phoneVotingEndsAt).toBeNull();
    const ending = must(sign(proposed, byTeller(3), 'decision', 100));
    expect(ending.session.phoneVotingEndsAt).toBe(at(160).toISOString());
  });

  test('chair and one teller let a countdown run anew, or end it at once; not without one', () => {
    const signedBy = (state: SessionWithPapers, action: JointAction, id: string, seconds: number) =>
      must(sign(must(propose(state, action, id, seconds)), byTeller(1), id, seconds));
    const ending = signedBy(openHall(), { kind: 'end-phone-voting' }, 'ending', 100);
    expect(ending.session.countdown).toMatchObject({ id: 'ending', milliseconds: 60_000 });
    const anew = signedBy(ending, { kind: 'restart-countdown' }, 'anew', 130);
    expect(anew.session.countdown).toMatchObject({ id: 'anew', milliseconds: 60_000 });
    expect(anew.session.phoneVotingEndsAt).toBe(at(190).toISOString());
    const ended = signedBy(anew, { kind: 'end-countdown' }, 'now', 150);
    expect(ended.session).toMatchObject({ state: 'counting', countdown: null });
    for (const kind of ['restart-countdown', 'end-countdown'] as const) {
      for (const state of [openHall(), ended])
        expect(refusalOf(propose(state, { kind }))).toBe('countdown-not-running');
    }
  });

  test('an unknown decision is not signed', () => {
    expect(refusalOf(sign(issued(), byTeller(1)))).toBe('unknown-decision');
  });

  test('what could not take effect is refused at once, when proposed and when signed', () => {
    expect(refusalOf(propose(openHall(), strike(openHall(), 1)))).toBe('not-before-opening');
    const last = withSheets(issued(), 1);
    const proposed = must(propose(last, { kind: 'replace-lost-sheet' }));
    expect(refusalOf(sign(withSheetsOut(proposed, 1), byTeller(1)))).toBe('no-sheet-left');
  });
});

describe('proposals are overtaken', () => {
  test('by opening', () => {
    const before = withSheets(issued(), 3);
    const opened = open(must(propose(before, correct(before, 1))));
    expect(statusOf(opened)).toBe('overtaken');
    expect(refusalOf(sign(opened, byTeller(1)))).toBe('decision-not-pending');
  });

  test('by returning to open: an earlier end of phone voting is not signed later', () => {
    const hall = counting(must(propose(openHall(), { kind: 'end-phone-voting' }, 'first', 100)));
    const reopened = decided(hall, { kind: 'return-to-open' }, 'return');
    expect([statusOf(reopened, 'first'), statusOf(reopened, 'return')]).toEqual(['overtaken', 'effective']);
  });

  test('by closing and by cancelling', () => {
    const hall = announced(unused(counting(openHall()), sheet(3), sheet(4)));
    const proposed = must(propose(hall, { kind: 'return-to-open' }));
    expect(statusOf(closed(proposed))).toBe('overtaken');
    expect(statusOf(decided(proposed, { kind: 'cancel' }, 'cancel'))).toBe('overtaken');
  });

  test('by another body of tellers', () => {
    const proposed = must(propose(issued(), strike(issued(), 1), 'first'));
    const replaced = decided(proposed, { kind: 'replace-teller', index: 3, personId: aPersonId(201) }, 'replace');
    expect([statusOf(replaced, 'first'), statusOf(replaced, 'replace')]).toEqual(['overtaken', 'effective']);
  });
});

describe('subjects', () => {
  test('a correction recalls the sheets with the old list; their credentials stay valid', () => {
    const before = withSheets(issued(), 3);
    const after = decided(before, correct(before, 1));
    expect(after.session.subjects[0]).toMatchObject({ name: 'Lò Văn Pha', position: 'Bí thư' });
    expect(after.session.listVersion).toBe(before.session.listVersion + 1);
    expect(after.session.printRuns[0]?.listVersion).toBeLessThan(after.session.listVersion);
    expect(after.papers).toEqual(before.papers);
  });

  test('a struck subject stands in no line of the ballot and cannot be corrected or struck again', () => {
    const after = decided(issued(), strike(issued(), 2));
    expect(after.session.subjects[1]?.struckFor).toBe('theo đề nghị');
    expect(standingSubjects(after.session)).toHaveLength(2);
    expect(refusalOf(propose(after, correct(after, 2), 'again'))).toBe('unknown-subject');
    expect(refusalOf(propose(after, strike(after, 2), 'again'))).toBe('unknown-subject');
  });

  test('two proposals to strike the last two subjects: the second is refused when it is signed', () => {
    const state = issued({ subjects: 2 });
    const both = must(propose(must(propose(state, strike(state, 1), 'one')), strike(state, 2), 'two'));
    const one = must(sign(must(sign(both, byTeller(1), 'one')), byTeller(2), 'one'));
    expect(refusalOf(sign(one, byTeller(1), 'two'))).toBe('last-subject');
  });

  test('a change of the list takes the prepared opening away', () => {
    const asked = ready(withSheets(issued(), 3));
    expect(decided(asked, correct(asked, 1)).session.opening).toBeNull();
  });
});

describe('tellers', () => {
  const replace = (index: number, person: number): JointAction => ({
    ...{ kind: 'replace-teller', index, personId: aPersonId(person) },
  });

  test('a new teller takes the place of the old one, and the ceremony runs again', () => {
    const asked = ready(withSheets(issued(), 3));
    const after = decided(asked, replace(2, 201));
    expect(after.session.tellers[1]).toEqual({ index: 2, personId: aPersonId(201), name: 'Người mới 201' });
    expect(after.session).toMatchObject({ rehearsal: null, opening: null });
    expect(after.session.ceremony).toMatchObject({ trustees: null, complaint: { reason: 'teller-replaced' } });
    expect(must(decideStartCeremony(after.session)).ceremony?.run).toBe(2);
  });

  test('neither a subject nor a stranger nor somebody who is teller already becomes teller', () => {
    expect(refusalOf(propose(issued(), replace(2, 1)))).toBe('teller-is-subject');
    expect(refusalOf(propose(issued(), replace(2, 999)))).toBe('unknown-person');
    expect(refusalOf(propose(issued(), replace(9, 201)))).toBe('unknown-teller');
    const known = { ...context(), nameOf: () => 'Kiểm phiếu 1' };
    const twice: JointAction = { kind: 'replace-teller', index: 2, personId: tellerPerson(1) };
    expect(refusalOf(decidePropose(issued(), proposal(twice), known))).toBe('teller-named-twice');
  });

  test('after opening the body of tellers is fixed', () => {
    expect(refusalOf(propose(openHall(), replace(2, 201)))).toBe('not-before-opening');
  });
});

describe('a lost sheet without its stub', () => {
  test('is replaced by chair and two tellers, counted as issued and not returned', () => {
    const hall = openHall();
    const after = decided(hall, { kind: 'replace-lost-sheet' });
    expect(after.session.replacedWithoutStub).toBe(1);
    expect(countPapers(after)).toMatchObject({ handedOut: 3, issued: 3, sheetsLeft: 1 });
    expect(after.papers).toEqual(hall.papers);
    const counted = unused(cast(cast(after, sheet(1)), sheet(3)), sheet(4));
    expect(ledgerOf(counted)).toMatchObject({ printed: 4, handedOut: 3, unused: 1, collected: 2, notReturned: 1 });
    expect(checkClosing(announced(counting(counted))).ok).toBe(true);
  });

  test('two lost sheets take two decisions, and no more than are left', () => {
    const one = decided(openHall(), { kind: 'replace-lost-sheet' }, 'one');
    const two = decided(one, { kind: 'replace-lost-sheet' }, 'two');
    expect(refusalOf(propose(two, { kind: 'replace-lost-sheet' }, 'three'))).toBe('no-sheet-left');
    expect(refusalOf(decideHandOut(two, voter(two, 3)))).toBe('no-sheet-left');
  });
});

describe('closing with a deviation', () => {
  const deviation: JointAction = { kind: 'close-with-deviation' };
  /** One sheet is missing from pile, hands and box. */
  const short = () => announced(counting(unused(cast(openHall(), sheet(1)), sheet(3))));

  test('that chair and two tellers signed lets the box close, with the reason', () => {
    expect(refusalOf(checkClosing(short()))).toBe('ledger-unbalanced');
    const one = must(sign(must(propose(short(), deviation)), byTeller(1)));
    expect(refusalOf(checkClosing(one))).toBe('ledger-unbalanced');
    const all = must(sign(one, byTeller(2)));
    expect(closed(all).session.closing?.deviation).toBe('theo đề nghị');
    expect(all.session.decisions[0]?.problems).toEqual([{ code: 'printed-differs', about: '4 ≠ 3' }]);
  });

  test('covers only the difference that was signed', () => {
    const all = decided(short(), deviation);
    const other = announced(all, { collected: 0 });
    expect(refusalOf(checkClosing(other))).toBe('ledger-unbalanced');
    expect(refusalOf(checkClosing(keyed(all, sheet(2))))).toBe('ledger-unbalanced');
  });

  test('is not signed any further once the ledger has changed', () => {
    const one = must(sign(must(propose(short(), deviation)), byTeller(1)));
    expect(refusalOf(sign(keyed(one, sheet(2)), byTeller(2)))).toBe('ledger-changed');
  });

  test('is needless where the ledger balances, and then kept out of the closing', () => {
    const balanced = unused(short(), sheet(4));
    expect(refusalOf(propose(balanced, deviation))).toBe('ledger-balances');
    expect(closed(unused(decided(short(), deviation), sheet(4))).session.closing?.deviation).toBeNull();
  });

  test('ends with a return to open', () => {
    const all = decided(short(), deviation, 'deviation');
    expect(statusOf(decided(all, { kind: 'return-to-open' }, 'return'), 'deviation')).toBe('overtaken');
  });
});

describe('returning to open', () => {
  test('sheets counted as left over go back to the pile, keyed ones stay in the box', () => {
    const hall = keyed(announced(unused(counting(openHall()), sheet(3), sheet(4))), sheet(1));
    expect(countPapers(hall).sheetsLeft).toBe(0);
    const reopened = decided(hall, { kind: 'return-to-open' });
    expect(reopened.session.state).toBe('open');
    expect(countPapers(reopened)).toMatchObject({ unused: 0, sheetsLeft: 2, collected: 1 });
    expect(decideHandOut(reopened, voter(reopened, 3)).ok).toBe(true);
    const again = onSession(reopened, (session) => decideEndPhoneVoting(session, at(310), 0, 'ending'));
    expect(again.session.announcements).toEqual([]);
  });

  test('is not for a box that is open or closed', () => {
    expect(refusalOf(propose(openHall(), { kind: 'return-to-open' }))).toBe('not-counting');
    const done = closed(announced(unused(counting(openHall()), sheet(3), sheet(4))));
    expect(refusalOf(propose(done, { kind: 'return-to-open' }))).toBe('not-counting');
  });
});

describe('cancelling after opening', () => {
  test('takes chair and two tellers, leaves the reason, and erases whose phone paper was whose', () => {
    const hall = openedWith({ voters: 6 }, { sheets: 1, phonesOf: [1] });
    const proposed = must(propose(cast(hall, phone(1)), { kind: 'cancel' }));
    expect(proposed.session.state).toBe('open');
    const all = must(sign(must(sign(proposed, byTeller(1))), byTeller(2)));
    expect(all.session).toMatchObject({ state: 'cancelled', cancellation: { by: theChair, reason: 'theo đề nghị' } });
    expect(all.phoneLinks.size).toBe(0);
  });

  test('is over with closing: then chair and two tellers can say that too few keys survive to open the box', () => {
    const done = closed(announced(unused(counting(openHall()), sheet(3), sheet(4))));
    expect(refusalOf(propose(done, { kind: 'cancel' }))).toBe('cannot-be-cancelled');
    expect(refusalOf(propose(done, { kind: 'declare-unopenable' }))).toBe('enough-keys-survive');
    const lost = { ...done, session: reportLostKey(reportLostKey(done.session, 1), 2) };
    const proposed = must(propose(lost, { kind: 'declare-unopenable' }));
    expect(must(sign(proposed, byTeller(1))).session.state).toBe('closed');
    const { session } = decided(lost, { kind: 'declare-unopenable' });
    expect(session).toMatchObject({ state: 'unopenable', unopenable: { by: theChair, reason: 'theo đề nghị' } });
  });
});
