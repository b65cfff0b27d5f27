import { expect, test } from 'vitest';
import { decideCancelBeforeOpening } from '../../../src/domain/session/cancellation.ts';
import { ledgerOf } from '../../../src/domain/session/counting.ts';
import { decideForgetCancelled } from '../../../src/domain/session/forget-cancelled.ts';
import type { SessionWithPapers } from '../../../src/domain/session/papers.ts';
import {
  announced,
  at,
  cast,
  counting,
  issued,
  keyed,
  must,
  openedWith,
  phone,
  refusalOf,
  sheet,
  theChair,
} from '../../support/build/sessions.ts';

/** Two phones and a sheet have voted, and the chair's cancelling was stored as earlier releases did. */
function cancelledByEarlierRelease(): SessionWithPapers {
  const open = openedWith({ voters: 4 }, { sheetsTo: [3], phonesOf: [1, 2] });
  const counted = announced(counting(cast(cast(open, phone(1)), phone(2))), { collected: 3, sheets: 1 });
  const voted = keyed(counted, sheet(1));
  const cancellation = { by: theChair, at: at(250).toISOString(), reason: 'bão', from: 'counting' as const };
  return { ...voted, session: { ...voted.session, state: 'cancelled', cancellation } };
}

test('of a session cancelled after opening the ledger stays, and no paper says over which channel it came', () => {
  const before = cancelledByEarlierRelease();
  const ledger = ledgerOf(before);
  expect(ledger).toMatchObject({ phone: 2, collected: 3, sheetsKeyed: 1 });
  const after = must(decideForgetCancelled(before));
  expect(after.session.cancellation).toMatchObject({ reason: 'bão', ledger });
  expect(ledgerOf(after)).toEqual(ledger);
  expect(after.phoneLinks.size).toBe(0);
  for (const [credential, paper] of after.papers) {
    const { votedBy, fate } = before.papers.get(credential) ?? {};
    expect(paper).toMatchObject({ channel: 'forgotten', printRunId: null, recastKeyHash: null, fate });
    expect(paper.votedBy).toBe(votedBy === null ? null : 'forgotten');
  }
  expect(after.papers.size).toBe(before.papers.size);
  expect(refusalOf(decideForgetCancelled(after)), 'done once').toBe('nothing-to-forget');
});

test('links alone, or channels alone, are enough to be forgotten', () => {
  const before = cancelledByEarlierRelease();
  const after = must(decideForgetCancelled(before));
  expect(decideForgetCancelled({ ...after, phoneLinks: before.phoneLinks }).ok).toBe(true);
  expect(decideForgetCancelled({ ...after, papers: before.papers }).ok).toBe(true);
});

test('what was never opened, or goes on, forgets nothing', () => {
  const draft = issued();
  const early = { ...draft, session: must(decideCancelBeforeOpening(draft.session, theChair, 'bão', at(0))) };
  const { papers, phoneLinks } = cancelledByEarlierRelease();
  expect(refusalOf(decideForgetCancelled({ ...early, papers, phoneLinks }))).toBe('nothing-to-forget');
  const open = openedWith({ voters: 4 }, { sheetsTo: [3], phonesOf: [1, 2] });
  expect(refusalOf(decideForgetCancelled(open))).toBe('nothing-to-forget');
  const cancelled = { ...open, session: { ...open.session, state: 'cancelled' as const } };
  expect(refusalOf(decideForgetCancelled(cancelled))).toBe('nothing-to-forget');
});
