import type { Browser, Page } from 'playwright-core';
import { signedInPage } from './browser.ts';
import { aPlanHall } from './plan-hall.ts';

/** Shows every screen of the page of plans, with its name. */
export async function playPlanScenes(
  browser: Browser,
  show: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const hall = await aPlanHall();
  const origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  const address = `${origin}/plans`;
  const office = (await signedInPage(browser, origin, hall.provinceOffice)).page;
  const chair = (await signedInPage(browser, origin, hall.communeChair)).page;
  const scene = async (name: string, page: Page, hash: string, text: string) => {
    await page.goto(`${address}#/${hash}`);
    await page.getByText(text).first().waitFor();
    await page.waitForLoadState('networkidle');
    await show(name, page);
  };
  const own = `${hall.province}/${hall.plan.id}`;
  await scene('issued', office, '', hall.plan.terms.title);
  await scene('draft', office, `${hall.province}/new`, 'Lưu dự thảo');
  await scene('plan', office, own, 'Theo dõi thực hiện');
  await office.getByRole('link', { name: 'Điều chỉnh kế hoạch' }).click();
  await office.getByText('Ghi điều chỉnh').waitFor();
  await show('amend', office);
  await scene('board', office, `${own}/board`, 'Chi bộ thôn 1');
  await scene('owed', chair, '', hall.plan.terms.title);
  await scene('followed', chair, `${hall.commune}/${hall.plan.id}`, 'Rút kinh nghiệm của đơn vị');
  await scene('summoned', chair, `${hall.commune}/summoned`, 'Nhập danh sách');
  await office.context().close();
  await chair.context().close();
  await hall.service.app.close();
}
