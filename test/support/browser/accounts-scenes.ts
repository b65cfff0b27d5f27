import type { Browser, Page } from 'playwright-core';
import { acceptInvitation, inviteMembers } from '../../../src/contract/account/invitations.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId } from '../build/ids.ts';
import { authenticator } from '../service/authenticator.ts';
import { aHall, anIssued, type Hall } from '../service/hall.ts';
import { signedInPage, watchedPage } from './browser.ts';
import { confirm } from './waiting.ts';

/** A hall in which two members have no account, one was invited, and a session has left its traces in the log. */
export async function anAccountsHall(): Promise<{ hall: Hall; origin: string }> {
  const hall = await aHall({ LOG_LEVEL: 'silent' });
  await anIssued(hall);
  const { store } = hall.service.deps;
  for (const { id } of await store.accounts.findByPeople([aPersonId(2), aPersonId(3)])) {
    await store.accounts.update<never>(id, (one) => ({ ok: true, value: { ...one, personId: null } }));
  }
  const origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  return { hall, origin };
}

const member = { username: 'tranvanphuoc', password: 'hoa sen hồng nở muộn' };

/** A member of the hall's committee with an account of their own, as text for forms. */
async function aMember(hall: Hall, person: number) {
  const path = inviteMembers.path.replace(':committeeId', aCommittee(2).id);
  const links = await hall.send('POST', path, hall.office, { personIds: [aPersonId(person)] });
  const { token } = links.body[0];
  await hall.send('POST', acceptInvitation.path, undefined, { token, ...member });
  return member;
}

/** Every state of the page of accounts, one after another. */
export async function playAccountsScenes(
  browser: Browser,
  { hall, origin }: Awaited<ReturnType<typeof anAccountsHall>>,
  show: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const { page: office } = await signedInPage(browser, origin, hall.office);
  const address = `${origin}/accounts#/`;
  await office.goto(address);
  await office.getByRole('link', { name: 'Nhật ký của cấp ủy' }).waitFor();
  await show('overview', office);
  await office.getByRole('link', { name: 'Tài khoản của cấp ủy' }).click();
  await office.getByRole('table').waitFor();
  await show('members', office);
  await confirm(office.getByRole('button', { name: 'Mời 2 đồng chí chưa có tài khoản' }), 'Lập giấy mời');
  await office.getByRole('heading', { name: 'Đã lập 2 giấy' }).waitFor();
  await office.getByRole('button', { name: 'Chỉ dùng trên máy này' }).waitFor();
  await show('slips-not-for-phones', office);
  await office.getByRole('button', { name: 'Chỉ dùng trên máy này' }).click();
  await office.getByRole('button', { name: 'Mở để in' }).waitFor();
  await office.getByText('Xem các mã trên màn hình').click();
  await show('slips', office);
  await office.goto(`${address}${aCommittee(2).id}/log`);
  await office.getByText('Phát hành').or(office.getByRole('table')).first().waitFor();
  await show('log', office);

  const { page: administrator } = await signedInPage(browser, origin, hall.administrator);
  await administrator.goto(`${address}all`);
  await administrator.getByRole('table').waitFor();
  await show('all', administrator);
  await administrator.goto(`${address}backups`);
  await administrator.getByText('Chưa có bản sao lưu nào').waitFor();
  await show('backups', administrator);
  await administrator.goto(`${address}${aCommittee(2).id}`);
  await administrator.getByRole('heading', { name: 'Nhiệm vụ ở cấp ủy' }).waitFor();
  await show('roles', administrator);
  await playMember(browser, { hall, origin }, show);
}

async function playMember(
  browser: Browser,
  { hall, origin }: Awaited<ReturnType<typeof anAccountsHall>>,
  show: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const path = inviteMembers.path.replace(':committeeId', aCommittee(2).id);
  const [{ token }] = (await hall.send('POST', path, hall.office, { personIds: [aPersonId(3)] })).body;
  const { page } = await watchedPage(browser);
  await page.goto(`${origin}/accounts#/welcome/${token}`);
  await page.getByRole('heading', { name: 'Tạo tài khoản' }).waitFor();
  await show('welcome', page);
  const { username, password } = await aMember(hall, 2);
  await page.goto(`${origin}/accounts#/me`);
  await page.reload();
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).waitFor();
  await show('me', page);
  const codeNow = await beginFactor(page, hall, password);
  await show('factor', page);
  await page.getByLabel('Mã trong ứng dụng').fill(codeNow());
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await page.getByRole('button', { name: 'Tôi đã giữ các mã' }).waitFor();
  await show('codes', page);
}

/** Asks for an authenticator app's secret; gives the codes that the app would show. */
export async function beginFactor(page: Page, hall: Hall, password: string): Promise<() => string> {
  await page.getByLabel('Mật khẩu hiện tại, để xác nhận').fill(password);
  const begun = page.waitForResponse(
    (response) => response.url().endsWith('/api/me/second-factor') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  const answer = await begun;
  const codeAt = authenticator((await answer.json()).uri);
  await page.getByRole('img', { name: 'Mã để ứng dụng xác thực quét' }).waitFor();
  return () => codeAt(hall.service.deps.clock());
}
