import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardBriefing } from '../../src/domain/session/standard-briefing.ts';
import { launchBrowser, signedInPage } from '../support/browser/browser.ts';
import { builtPages } from '../support/browser/built-pages.ts';
import { findFaults } from '../support/browser/sound-page.ts';
import { choose, expectValue } from '../support/browser/waiting.ts';
import { aCommittee } from '../support/build/committees.ts';
import { ownForm } from '../support/build/forms.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { tellerPerson } from '../support/build/sessions.ts';
import { aDraft, aHall, type Hall } from '../support/service/hall.ts';

let browser: Browser;
let hall: Hall;
let origin: string;

beforeAll(async () => {
  await builtPages();
  [browser, hall] = await Promise.all([launchBrowser(), aHall()]);
  origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await hall.service.app.close();
});

test('a chair draws a session up from an earlier one, is told who is left out, and goes on in it', async () => {
  const earlier = await aDraft(hall);
  const personIds = [tellerPerson(1), tellerPerson(2), aPersonId(4)];
  await hall.at(earlier, 'PUT', '/tellers', hall.chair, { personIds, threshold: 2 });
  await hall.at(earlier, 'PUT', '/briefing', hall.secretary, { text: 'Lần trước đã dặn.' });
  expect((await hall.at(earlier, 'POST', '/issue', hall.chair)).status).toBe(200);
  const seat = `/api/committees/${aCommittee(3).id}/seats/${aSeatId(5)}/end`;
  expect((await hall.send('POST', seat, hall.administrator, { on: '2026-11-01' })).status).toBe(200);

  const { page, complaints } = await signedInPage(browser, origin, hall.chair);
  await page.goto(`${origin}/console#/new`);
  await choose(page.getByLabel('Chép từ đợt trước'), /Lấy phiếu tín nhiệm, 1 tháng 12 năm 2026/);
  await expectValue(page.getByLabel('Địa điểm'), 'Hội trường');
  await expectValue(page.getByLabel('Mẫu phiếu'), 'qd-96-2023');
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel('Tên hội nghị').fill('Lấy phiếu lần sau');
  await page.getByLabel('Ngày họp').fill('2026-12-20');
  await page.getByRole('button', { name: 'Lập đợt lấy phiếu' }).click();
  await page.getByText('Kiểm phiếu: Đồng chí 4 – không còn giữ vị trí cấp ủy viên nào').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Tới đợt vừa lập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lấy phiếu lần sau' }).waitFor();
  const id = new URL(page.url()).hash.split('/')[1] ?? '';
  const { session } = await hall.state(id);
  expect(session.tellers.map(({ personId }) => personId)).toEqual([tellerPerson(1), tellerPerson(2)]);
  expect(session.briefingDraft).toBe('Lần trước đã dặn.');
  expect(complaints).toEqual([]);
});

test('the briefing starts with the text of the form, or of the session that was copied', async () => {
  const id = await aDraft(hall);
  const { page } = await signedInPage(browser, origin, hall.secretary);
  await page.goto(`${origin}/console#/${id}/briefing`);
  await expectValue(page.getByLabel('Mục đích, yêu cầu'), standardBriefing(ownForm('qd-96-2023'), '', 'vi'));
  await page.getByRole('button', { name: 'Ghi nhận đã quán triệt' }).click();
  await page.getByText('Đã ghi nhận.').waitFor();
  expect((await hall.state(id)).session.briefing?.text).toContain('đánh dấu X vào đúng một ô');
});
