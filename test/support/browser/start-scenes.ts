import type { Browser, Page } from 'playwright-core';
import { aCommittee } from '../build/committees.ts';
import { signedInAs } from '../service/service.ts';
import { aVoteService } from '../service/vote-service.ts';
import { signedInPage, watchedPage } from './browser.ts';
import { chooseLanguage } from './masthead.ts';
import { ask } from './waiting.ts';

type Show = (name: string, page: Page) => Promise<void>;

/** Where people come in: the setup link, the sign-in, everybody's own page. */
export async function playStartScenes(browser: Browser, show: Show): Promise<void> {
  const hall = await aVoteService({ subjects: 8, voters: 8, sheets: 8, phones: 2 });
  const { app, deps } = hall.service;
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/setup#${await deps.setupLink.renew()}`);
  await page.getByRole('button', { name: 'Tạo quản trị viên' }).waitFor();
  await show('setup', page);
  await page.goto(`${origin}/`);
  await page.goto(`${origin}/setup`);
  await page.getByText('Liên kết thiếu mã').waitFor();
  await show('setup-without-token', page);
  await page.goto(origin);
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  await show('sign-in', page);
  await chooseLanguage(page, 'English');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await show('sign-in-en', page);

  const { session } = await hall.state();
  const roll = session.roll.map((voter, at) => (at === 5 ? { ...voter, received: null } : voter));
  await hall.change({ roll });
  const voter = await signedInAs(hall.service, { personId: roll[5]?.personId ?? null });
  const chair = await signedInAs(hall.service, { grants: [{ role: 'chair', committeeId: aCommittee(1).id }] });
  const administrator = await signedInAs(hall.service, { administrator: true });
  const nobody = await signedInAs(hall.service, {});
  for (const [name, who] of Object.entries({ chair, administrator, nobody, teller: hall.teller(1) })) {
    const { page: own } = await signedInPage(browser, origin, who as { authorization: string });
    await own.goto(origin);
    await own.waitForLoadState('networkidle');
    await show(`home-${name}`, own);
  }
  const { page: own } = await signedInPage(browser, origin, voter);
  await own.goto(origin);
  const question = await ask(own.getByRole('button', { name: 'Nhận phiếu trên máy này' }));
  await show('home-voter', own);
  await question.getByRole('button', { name: 'Đúng, nhận phiếu' }).click();
  await own.getByText('Phiếu nằm trong chính máy này').waitFor();
  await show('home-paper-here', own);
  await chooseLanguage(own, 'English');
  await show('home-paper-here-en', own);
  await app.close();
}
