import type { Browser, Page } from 'playwright-core';
import { theElection } from '../build/tellers.ts';
import { aVoteService, castAll, counting, type VoteService } from '../service/vote-service.ts';
import { signedInPage } from './browser.ts';
import {
  button,
  press,
  screenTitle,
  type TellerPhone,
  tellerPhones,
  typeCard,
  typeNumber,
  writeCardDown,
} from './teller-phones.ts';
import { ask } from './waiting.ts';

/** Called in every state that somebody should have looked at. */
export type Look = (name: string, page: Page) => Promise<void>;

/** Plays a whole vote on its tellers' phones and stops at each screen. */
export async function playTellerScenes(browser: Browser, look: Look): Promise<void> {
  const size = { subjects: 6, voters: 8, sheets: 6, phones: 2, change: { ceremony: null } };
  const made = await aVoteService(size);
  const origin = await made.service.app.listen({ port: 0, host: '127.0.0.1' });
  const [one, two, three] = await tellerPhones(browser, made, origin);
  if (one === undefined || two === undefined || three === undefined) throw new Error('three tellers');
  await playCeremony(made, [one, two, three], look);
  await playRehearsal([one, two, three], look);
  await playOpening(made, one.page, look);
  await playCounting(made, one.page, look);
  await playTally(made, [one, two, three], look);
  const stranger = await signedInPage(browser, origin, { authorization: '', ...made.seatHolder });
  await stranger.page.goto(`${origin}/teller`);
  await stranger.page.getByText('Đồng chí chưa ở trong ban kiểm phiếu nào').waitFor();
  await look('no-votes', stranger.page);
  await made.service.app.close();
}

type Three = readonly [TellerPhone, TellerPhone, TellerPhone];

async function playCeremony(made: VoteService, phones: Three, look: Look): Promise<void> {
  const { page } = phones[0];
  const all = (act: (phone: TellerPhone) => Promise<unknown>) => Promise.all(phones.map(act));
  await screenTitle(page, 'Chờ bắt đầu tạo khóa');
  await look('before-ceremony', page);
  await made.post('ceremony', made.chair);
  await screenTitle(page, 'Tham gia tạo khóa');
  await look('join', page);
  await press(page, 'Đúng, tham gia tạo khóa');
  await screenTitle(page, 'Đang tạo khóa');
  await look('ceremony', page);
  for (const { page: other } of phones.slice(1)) await press(other, 'Đúng, tham gia tạo khóa');
  await all((phone) => screenTitle(phone.page, 'Đọc to mã này'));
  await look('code', page);
  const stopping = await ask(button(page, 'Có máy hiện mã khác'));
  await look('code-differs', page);
  await stopping.getByRole('button', { name: 'Dừng việc tạo khóa' }).click();
  await screenTitle(page, 'Việc tạo khóa đã dừng');
  await look('failed', page);
  await made.post('ceremony', made.chair);
  await all((phone) => screenTitle(phone.page, 'Tham gia tạo khóa'));
  await all((phone) => press(phone.page, 'Đúng, tham gia tạo khóa'));
  await all((phone) => screenTitle(phone.page, 'Đọc to mã này'));
  await all((phone) => press(phone.page, 'Mọi máy đều có mã này'));
  await all((phone) => screenTitle(phone.page, 'Ghi thẻ khóa ra giấy'));
  await look('card', page);
  await press(page, 'Hiện thẻ để chép tay');
  await look('card-shown', page);
  await press(page, 'Che thẻ');
  await all(writeCardDown);
}

async function playRehearsal([one, two, three]: Three, look: Look): Promise<void> {
  await screenTitle(one.page, 'Bỏ phiếu thử');
  await look('rehearsal', one.page);
  await press(one.page, 'Bỏ các phiếu thử');
  await one.page.getByText('đã bỏ 3 phiếu thử').waitFor();
  await look('rehearsal-number', one.page);
  await typeNumber(one.page, 'Số phiếu thử được công bố', 4);
  await look('rehearsal-card', one.page);
  await typeCard(one.page, two.digits, 'Kiểm tra và gửi phần giải mã');
  await one.page.getByText('Đây là thẻ của đồng chí').waitFor();
  await look('card-wrong', one.page);
  await typeCard(one.page, one.digits, 'Kiểm tra và gửi phần giải mã');
  await screenTitle(one.page, 'Dừng lại: có điều không khớp');
  await look('alarm-number', one.page);
  await press(one.page, 'Kiểm tra lại từ đầu');
  await typeNumber(one.page, 'Số phiếu thử được công bố', 3);
  await typeCard(one.page, one.digits, 'Kiểm tra và gửi phần giải mã');
  await one.page.getByText('Phần của đồng chí đã gửi').waitFor();
  await look('rehearsal-sent', one.page);
  for (const other of [two, three]) {
    await screenTitle(other.page, 'Bỏ phiếu thử');
    await typeNumber(other.page, 'Số phiếu thử được công bố', 3);
    await typeCard(other.page, other.digits, 'Kiểm tra và gửi phần giải mã');
  }
}

async function playOpening(made: VoteService, page: Page, look: Look): Promise<void> {
  await screenTitle(page, 'Chờ mở hòm phiếu');
  await look('opening', page);
  await made.post('opening', made.chair);
  await screenTitle(page, 'Khóa của đồng chí có trong hồ sơ');
  await look('confirmed', page);
  const confirmed = async () => (await made.get('opening', made.chair)).body.confirmedBy.length >= 2;
  while (!(await confirmed())) await screenTitle(page, 'Khóa của đồng chí có trong hồ sơ');
  await made.post('open', made.chair);
  await screenTitle(page, 'Đang bỏ phiếu');
  await look('open', page);
}

async function playCounting(made: VoteService, page: Page, look: Look): Promise<void> {
  const election = theElection((await made.state()).session.opening?.election ?? '');
  await castAll(
    made,
    election,
    [0, 1, 2, 0, 1, 0].map((mark) => [mark, 0, 1, undefined, mark, 0]),
  );
  const action = { kind: 'end-phone-voting' };
  await made.post('decisions', made.chair, { action, reason: 'Mọi người đã bỏ phiếu xong lúc 9 giờ 30.' });
  const signing = await ask(button(page, 'Ký quyết định này'));
  await look('decision', page);
  await signing.getByRole('button', { name: 'Ký', exact: true }).click();
  await page.getByText('Quyết định chung chờ chữ ký').waitFor({ state: 'detached' });
  await counting(made, { issued: 8, collected: 6, sheets: 0 });
  await screenTitle(page, 'Đang kiểm phiếu');
  await page.getByText('Đã kiểm tra 6 lá phiếu').waitFor();
  await look('counting', page);
  const losing = await ask(button(page, 'Báo mất thẻ khóa của tôi'));
  await look('lost', page);
  await losing.getByRole('button', { name: 'Không' }).click();
}

async function playTally(made: VoteService, phones: Three, look: Look): Promise<void> {
  const { page } = phones[0];
  await made.post('close', made.chair);
  await screenTitle(page, 'Mở kết quả');
  await look('tally', page);
  for (const phone of phones) {
    await screenTitle(phone.page, 'Mở kết quả');
    await typeNumber(phone.page, 'Số phiếu thu về đã công bố', 6);
    await typeCard(phone.page, phone.digits, 'Kiểm tra và gửi phần giải mã');
    if (phone === phones[2]) continue;
    await screenTitle(phone.page, 'Đã gửi phần giải mã');
    if (phone === phones[0]) await look('tally-sent', page);
  }
  await screenTitle(page, 'Đã có kết quả');
  await look('tallied', page);
}
