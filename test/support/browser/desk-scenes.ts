import type { Browser, Page } from 'playwright-core';
import { makeVotingLink } from '../../../src/client/voting-link.ts';
import { aVoteService, castAll, opened } from '../service/vote-service.ts';
import { signedInPage } from './browser.ts';
import { chooseLanguage } from './masthead.ts';
import { ask } from './waiting.ts';

type Show = (name: string, page: Page) => Promise<void>;

/** One desk from counting the box to the first sheet in the sealed one. */
export async function playDeskScenes(browser: Browser, show: Show): Promise<void> {
  const hall = await aVoteService({ subjects: 15, voters: 15, sheets: 8, phones: 0 });
  const origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  const { id, readKey } = hall.vote.state.session;
  const { page } = await signedInPage(browser, origin, hall.teller(1) as { authorization: string });
  await page.goto(`${origin}/desk`);
  await page.getByText('Hiện không có đợt lấy phiếu nào đang kiểm phiếu').waitFor();
  await show('nothing', page);
  const election = await opened(hall);
  await castAll(hall, election, [Array.from({ length: 15 }, () => 2)]);
  await page.goto(`${origin}/desk#/${id}`);
  await page.getByRole('link', { name: 'Đến trang của ban kiểm phiếu' }).waitFor();
  await show('not-yet', page);
  await hall.change({ phoneVotingEndsAt: hall.service.deps.clock().toISOString() });
  await page.reload();

  const scan = async (sheet: number) => {
    const { credential = '' } = hall.vote.sheets[sheet] ?? {};
    const link = makeVotingLink({ votingAddress: `${origin}/v`, sessionId: id, readKey, credential });
    await page.getByLabel('Mã trên tờ phiếu').fill(link);
    await page.keyboard.press('Enter');
  };
  const keyIn = async (keys: string) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const heading = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();

  await heading('Đếm phiếu trong hòm');
  for (const sheet of [1, 0]) await scan(sheet);
  await page.getByText('Đã đếm 2 tờ, trong đó 1 tờ thay phiếu điện thoại').waitFor();
  await show('counting', page);
  const question = await ask(page.getByRole('button', { name: 'Công bố', exact: true }));
  await show('announcing', page);
  await question.getByRole('button', { name: 'Đúng, công bố' }).click();
  await heading('Tờ phiếu tiếp theo');
  await show('scan', page);
  await scan(0);
  await heading('Người thứ nhất nhập');
  await keyIn('111');
  await show('first', page);
  await page.getByText('Cả tờ phiếu không hợp lệ').click();
  await show('invalid', page);
  await keyIn('111111111110');
  await show('complete', page);
  await page.keyboard.press('Enter');
  await heading('Chuyển cho người thứ hai');
  await show('hand-over', page);
  await page.getByRole('button', { name: 'Tôi là người thứ hai' }).click();
  await heading('Người thứ hai nhập');
  await keyIn('121111111111110');
  await page.keyboard.press('Enter');
  await heading('Hai lần nhập khác nhau');
  await show('differ', page);
  await chooseLanguage(page, 'English');
  await show('differ-en', page);
  await chooseLanguage(page, 'Tiếng Việt');
  await page.locator('.marks button').nth(1).click();
  await page.getByText('Tờ phiếu đã vào hòm phiếu niêm phong').waitFor();
  await show('cast', page);
  await hall.service.app.close();
}
