import { expect, test } from 'vitest';
import { decideAttempt, isLocked } from '../../src/domain/account/account.ts';
import { decideUse, type Invitation, invitationExpiry } from '../../src/domain/account/invitation.ts';
import { clockWatch, startClockRounds } from '../../src/server/operate/clock-watch.ts';
import { must } from '../support/build/sessions.ts';
import {
  administrator,
  aService,
  signedIn,
  signedInAdministrator,
  type TestService,
} from '../support/service/service.ts';

const hour = 3600;
const day = 24 * hour;
const at = (seconds: number) => new Date(Date.parse('2026-12-01T01:00:00Z') + seconds * 1000);

async function statusOf(service: TestService, headers: { authorization: string }) {
  return (await service.app.inject({ url: '/api/me', headers })).statusCode;
}

test('a sign-in survives a clock that is put right by hours, and none outlives the day that a clock was ahead', async () => {
  const service = await aService();
  const before = await signedInAdministrator(service);
  service.setClock(-7 * hour);
  expect(await statusOf(service, before)).toBe(200);
  service.setClock(7 * hour + day);
  expect(await statusOf(service, before)).toBe(401);
  const tomorrow = await signedIn(service.app, administrator.username, administrator.password);
  expect(await statusOf(service, tomorrow)).toBe(200);
  service.setClock(-day);
  expect(await statusOf(service, tomorrow)).toBe(401);
  const again = await signedIn(service.app, administrator.username, administrator.password);
  expect(await statusOf(service, again)).toBe(200);
  await service.app.close();
});

test('a lock that a clock ahead has set is over when the clock is put back; the next failure locks again', async () => {
  const service = await aService();
  await signedInAdministrator(service);
  service.setClock(day);
  const attempt = (password: string) =>
    service.app.inject({
      ...{ method: 'POST', url: '/api/sign-in' },
      payload: { username: administrator.username, password },
    });
  for (let failures = 0; failures < 5; failures += 1) await attempt('sai');
  expect((await attempt(administrator.password)).json().code).toBe('sign-in-locked');
  service.setClock(-day);
  expect((await attempt(administrator.password)).statusCode).toBe(200);
  await service.app.close();
});

test('failures count on under a clock that is put back a little, so that nobody wins more than one try by it', () => {
  let failures = must(decideAttempt(undefined, at(0)));
  for (let count = 1; count < 10; count += 1) failures = must(decideAttempt(failures, at(count * 901)));
  const last = at(9 * 901);
  expect(isLocked(failures, last)).toBe(true);
  const back = new Date(last.getTime() - 120_000);
  expect(isLocked(failures, back)).toBe(false);
  expect(isLocked(must(decideAttempt(failures, back)), back)).toBe(true);
});

test('a link made under a clock far ahead is not good for years; one of a clock put right by hours still is', () => {
  const made = (kind: 'invitation' | 'recovery', seconds: number) =>
    ({
      accountId: kind === 'recovery' ? 'account' : null,
      status: 'live',
      expiresAt: invitationExpiry(kind, at(seconds)),
    }) as Invitation;
  for (const kind of ['invitation', 'recovery'] as const) {
    expect(decideUse(made(kind, 7 * hour), at(0)).ok).toBe(true);
    expect(decideUse(made(kind, 3650 * day), at(0))).toMatchObject({ refusal: 'invitation-expired' });
  }
});

test('a clock that is set is logged once with the seconds, and time that goes by is not', () => {
  let [now, passed] = [Date.parse('2026-12-01T01:00:00Z'), 0];
  const watch = clockWatch({ clock: () => new Date(now), monotonic: () => passed });
  const lines: object[] = [];
  const look = () => startClockRounds(watch, { warn: (entry) => lines.push(entry) }).stop();
  look();
  [now, passed] = [now + 3_600_000, passed + 3_600_000];
  look();
  expect(lines).toEqual([]);
  now -= 7 * 3_600_000;
  look();
  expect(lines).toEqual([{ at: new Date(now).toISOString(), seconds: -7 * hour }]);
});

test('a clock that was put back while the service was stopped shows by the newest note of the audit log', () => {
  const time = { clock: () => at(0), monotonic: () => 0 };
  const moveAfter = (seconds: number) => {
    const watch = clockWatch(time);
    watch.compareWith(at(seconds).toISOString());
    return watch.lastMove();
  };
  expect(moveAfter(day)).toMatchObject({ seconds: -day });
  expect(moveAfter(-day)).toBeNull();
});
