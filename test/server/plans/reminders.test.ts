import { afterEach, expect, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import { readConfig } from '../../../src/server/config.ts';
import { smtpMailer } from '../../../src/server/mail/mailer.ts';
import { startReminderRounds } from '../../../src/server/plans/reminder-rounds.ts';
import { sendReminders } from '../../../src/server/plans/send-reminders.ts';
import { aMailServer, type MailServer } from '../../support/service/mail-server.ts';
import { aPlanHall, type PlanHall } from '../../support/service/plan-hall.ts';
import { signedInAs } from '../../support/service/service.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Post {
  readonly hall: PlanHall;
  readonly server: MailServer;
  round(): ReturnType<typeof sendReminders>;
  /** Somebody of the pilot commune's office who wants mail at this address. */
  subscribe(address: string): Promise<void>;
}

/** Ten in the morning of 1 December: the pilot commune votes by the 4th. */
async function aPost(): Promise<Post> {
  const server = await aMailServer();
  const hall = await aPlanHall();
  closing.push(server.close, () => hall.service.app.close());
  const mailer = smtpMailer({ url: server.url, from: 'nhacviec@tinh.example' });
  closing.push(async () => mailer.close());
  return {
    ...{ hall, server },
    round: () => sendReminders(hall.service.deps, mailer),
    subscribe: async (address) => {
      const headers = await signedInAs(hall.service, { grants: [{ role: 'office', committeeId: hall.commune }] });
      const put = { method: 'PUT', url: '/api/me/mail-address', headers, payload: { address } } as const;
      const answer = await hall.service.app.inject(put);
      if (answer.statusCode !== 200) throw new Error(answer.body);
    },
  };
}

const aDay = 24 * 3600;

test('whoever serves a committee is reminded once before each step and once when it is late', async () => {
  const { hall, server, round, subscribe } = await aPost();
  await subscribe('vanphong@xa.example');
  expect(await round()).toEqual({ sent: 1, failures: [] });
  expect(await round()).toEqual({ sent: 0, failures: [] });
  hall.service.passSeconds(aDay);
  expect((await round()).sent).toBe(0);
  hall.service.passSeconds(3 * aDay);
  expect((await round()).sent).toBe(1);
  hall.service.passSeconds(30 * aDay);
  expect((await round()).sent).toBe(0);
  expect(server.received.map(({ to }) => to)).toEqual([['vanphong@xa.example'], ['vanphong@xa.example']]);
});

test('a reminder says in both languages what is due and when, and nothing of any result', async () => {
  const { server, round, subscribe } = await aPost();
  await subscribe('vanphong@xa.example');
  await round();
  const text = server.received[0]?.text ?? '';
  expect(text).toContain('hạn lấy phiếu của cấp ủy là ngày 4/12/2026: còn 3 ngày');
  expect(text).toContain('is due on 4/12/2026: 3 days left');
  expect(text).toContain('Kính gửi Đảng ủy xã Ba Chẽ');
  expect(text).not.toMatch(/tín nhiệm (cao|thấp)|%|phiếu thu về/);
});

test('nobody else gets mail: no other committee, nobody without an address, nobody who took it back', async () => {
  const { hall, server, round, subscribe } = await aPost();
  await signedInAs(hall.service, { grants: [{ role: 'chair', committeeId: hall.commune }] });
  const stranger = await signedInAs(hall.service, {});
  const put = (address: string | null) =>
    hall.service.app.inject({ method: 'PUT', url: '/api/me/mail-address', headers: stranger, payload: { address } });
  await put('ai@do.example');
  await subscribe('vanphong@xa.example');
  await round();
  expect(server.received.map(({ to }) => to)).toEqual([['vanphong@xa.example']]);
  const notAnAddress = await put('không phải địa chỉ');
  expect(notAnAddress.statusCode).toBe(400);
});

test('a deadline that was moved is reminded of anew', async () => {
  const { hall, server, round, subscribe } = await aPost();
  await subscribe('vanphong@xa.example');
  await round();
  const pilots = hall.plan.provisions.pilots.map((pilot) => ({ ...pilot, by: '2026-12-03' }));
  const moved = { ...hall.plan, provisions: { ...hall.plan.provisions, pilots } };
  await hall.service.deps.store.plans.change(hall.plan.issuerId, () => accept(moved));
  await round();
  expect(server.received).toHaveLength(2);
});

test('an address that is refused keeps no other reminder back and is tried again', async () => {
  const { server, round, subscribe } = await aPost();
  await subscribe('sai@xa.example');
  await subscribe('vanphong@xa.example');
  server.refused.add('sai@xa.example');
  expect(await round()).toEqual({ sent: 1, failures: ['EENVELOPE'] });
  server.refused.clear();
  expect(await round()).toEqual({ sent: 1, failures: [] });
});

test('a mail server that is not there blocks nothing, is noted without an address, and is tried again', async () => {
  const { hall, server, subscribe } = await aPost();
  await subscribe('vanphong@xa.example');
  await server.close();
  closing.shift();
  const told: unknown[] = [];
  const log = { info: () => {}, error: () => {}, warn: (entry: object) => told.push(entry) };
  const mailer = smtpMailer({ url: server.url, from: 'nhacviec@tinh.example' });
  const rounds = startReminderRounds(hall.service.deps, mailer, log);
  expect((await hall.service.app.inject({ url: '/api/forms', headers: hall.provinceOffice })).statusCode).toBe(200);
  await rounds.stop();
  expect(told).toEqual([{ failures: ['ESOCKET'] }]);
  expect((await hall.service.deps.store.reminders.sent([hall.plan.id])).get(hall.plan.id)).toEqual([]);
});

test('e-mail needs a sender, and an address of a mail server', () => {
  expect(readConfig({ SMTP_URL: 'smtp://mail.example' })).toEqual({
    ok: false,
    refusal: 'setting-missing',
    name: 'SMTP_FROM',
    problem: { vi: 'SMTP_FROM: cần có cùng với SMTP_URL', en: 'SMTP_FROM: needed with SMTP_URL' },
  });
  expect(readConfig({ SMTP_URL: 'https://mail.example', SMTP_FROM: 'a@b.example' })).toMatchObject({ ok: false });
  expect(readConfig({})).toMatchObject({ ok: true, config: { mail: null } });
});
