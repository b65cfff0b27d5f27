import { expect, test } from 'vitest';
import {
  decideEndCountdown,
  decideEndPhoneVoting,
  decideRestartCountdown,
  isCountingDown,
  noteCountdown,
  notedAheadMilliseconds,
  phoneVotingEnded,
} from '../../../src/domain/session/countdown.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import { at, counting, issued, must, openedWith, refusalOf } from '../../support/build/sessions.ts';

const open = () => openedWith({}, { sheets: 1 }).session;
const countingDown = () => must(decideEndPhoneVoting(open(), at(100), 60, 'ending'));

test('phone voting ends after a countdown, which every page can show', () => {
  const session = countingDown();
  expect(session).toMatchObject({ state: 'open', phoneVotingEndsAt: at(160).toISOString() });
  expect(session.countdown).toEqual({ id: 'ending', milliseconds: 60_000, notedMilliseconds: notedAheadMilliseconds });
  expect([isCountingDown(open()), isCountingDown(session)]).toEqual([false, true]);
  expect(refusalOf(decideEndPhoneVoting(session, at(110), 60, 'again'))).toBe('session-not-open');
  expect(refusalOf(decideEndPhoneVoting(issued().session, at(110), 60, 'early'))).toBe('session-not-open');
});

test('it begins anew, or is cut short, while it runs and not otherwise', () => {
  const again = must(decideRestartCountdown(countingDown(), at(130), 60, 'anew'));
  expect(again).toMatchObject({ state: 'open', phoneVotingEndsAt: at(190).toISOString(), countdown: { id: 'anew' } });
  const ended = must(decideEndCountdown(countingDown(), at(130)));
  expect(ended).toMatchObject({ state: 'counting', phoneVotingEndsAt: at(130).toISOString(), countdown: null });
  const past = counting(openedWith({}, { sheets: 1 })).session;
  for (const session of [open(), past, ended]) {
    expect(refusalOf(decideRestartCountdown(session, at(130), 60, 'anew'))).toBe('countdown-not-running');
    expect(refusalOf(decideEndCountdown(session, at(130)))).toBe('countdown-not-running');
  }
});

test('what of a countdown is written down is a little ahead of it, and never more than all', () => {
  const countdown = { id: 'ending', milliseconds: 60_000, notedMilliseconds: 0 };
  const noted = (left: number) => noteCountdown(countdown, left).notedMilliseconds;
  expect([noted(60_000), noted(40_000), noted(3000), noted(0)]).toEqual([5000, 25_000, 60_000, 60_000]);
});

test('the end overtakes what was only proposed about it, and nothing else', () => {
  const decision = (kind: string, status: 'proposed' | 'effective') =>
    ({ id: `${kind} ${status}`, action: { kind }, reason: '', signatures: [], status }) as unknown;
  const proposed = ['end-phone-voting', 'restart-countdown', 'end-countdown', 'cancel'].map((kind) =>
    decision(kind, 'proposed'),
  );
  const decisions = [...proposed, decision('end-phone-voting', 'effective')] as Session['decisions'];
  const ended = phoneVotingEnded({ ...countingDown(), decisions }, at(160));
  const statuses = ['overtaken', 'overtaken', 'overtaken', 'proposed', 'effective'];
  expect(ended.decisions.map(({ status }) => status)).toEqual(statuses);
});
