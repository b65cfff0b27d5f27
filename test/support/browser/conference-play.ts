import type { Browser, Page } from 'playwright-core';
import { aConference, type Conference } from '../service/conference.ts';
import { aPhoneOpens, type Hall } from '../service/hall.ts';
import { newStore } from '../service/new-store.ts';
import { breakWorkers, workerFaults } from './broken-workers.ts';
import { signedInPage, type WatchedPage } from './browser.ts';
import { ask } from './waiting.ts';

/** The chair's browser, the hall's screen, and everybody else by their programs. */
export interface Play {
  readonly conference: Conference;
  readonly console: WatchedPage;
  readonly projector: WatchedPage;
  readonly secretary: WatchedPage;
  /** Opens a step of the console. */
  go(step?: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Presses a button that asks before it acts. */
  asks(name: string | RegExp): Promise<void>;
  /** Presses a button of the question that was asked. */
  answers(name: string): Promise<void>;
  /** Waits for a text on the console, looking at once what the service says now. */
  reads(text: string | RegExp): Promise<void>;
  /** Whether the disk is full. */
  fillDisk(isFull: boolean): void;
  /** Shows a state of a page to whoever looks at it. */
  see(name: string, page?: Page): Promise<void>;
}

export type See = (name: string, page: Page) => Promise<void>;

/** As phones reach a laptop in the hall; the chair sits at the laptop itself. */
const publicUrl = 'http://192.168.1.10:3000';

/** Makes everything ready for a play up to the issue of papers. */
export async function aPlay(browser: Browser, see: See): Promise<Play> {
  const kept = newStore();
  let isFull = false;
  const health = { ...kept.health, trouble: () => (isFull ? ('storage-full' as const) : null) };
  const conference = await aConference({ PUBLIC_URL: publicUrl }, 6, { ...kept, health });
  const { hall, id } = conference;
  const origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  const viewport = { width: 1280, height: 800 };
  const opened = (headers: typeof hall.chair) => signedInPage(browser, origin, headers, { viewport });
  const [console, projector, secretary] = await Promise.all([
    opened(hall.chair),
    opened(hall.office),
    opened(hall.secretary),
  ]);
  const { page } = console;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  return {
    ...{ conference, console, projector, secretary },
    go: async (step) => {
      await page.goto(`${origin}/console#/${[id, step].filter(Boolean).join('/')}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
    press: (name) => button(name).click(),
    asks: async (name) => void (await ask(button(name))),
    answers: (name) => page.locator('fieldset.asking').getByRole('button', { name, exact: true }).click(),
    reads: async (text) => {
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.getByText(text).first().waitFor();
    },
    fillDisk: (full) => {
      isFull = full;
    },
    see: (name, shown = page) => see(name, shown),
  };
}

/** Keys: a run that fails, one that succeeds, and the rehearsal with them. */
export async function makeKeys({ conference, console, go, press, asks, answers, reads, see }: Play): Promise<void> {
  await go();
  await see('overview-issued');
  await go('ceremony');
  await press('Bắt đầu tạo khóa');
  await reads('Các máy đang trao đổi chứng thư');
  await see('ceremony-running');
  const { hall } = conference;
  await conference.ask('POST', '/ceremony/complaint', hall.teller(2), {
    run: 1,
    against: 3,
    reason: 'spoken-code-differs',
  });
  await reads('Lần tạo khóa này đã dừng');
  await see('ceremony-failed');
  await asks('Tạo khóa lại từ đầu');
  await see('ceremony-asks');
  await answers('Bỏ khóa cũ, tạo lại');
  await reads('Các máy đang trao đổi chứng thư');
  await conference.makeKeys();
  await reads('Đã tạo xong khóa');
  await see('ceremony-done');

  await go('rehearsal');
  for (const fault of workerFaults) {
    const workers = await breakWorkers(console.page, 'rehearse.worker', fault);
    const heard = console.complaints.length;
    await press('Bỏ phiếu thử');
    await reads('Trang không chạy được phần bỏ phiếu thử');
    await workers.heal();
    // That the worker broke is the test's doing.
    console.complaints.length = heard;
  }
  await press('Bỏ phiếu thử');
  await reads('thu về 3 phiếu thử');
  await see('rehearsal-closed');
  await conference.openRehearsal(3);
  await reads('Bỏ phiếu thử xong');
  await see('rehearsal-passed');
}

const briefing = `Lấy phiếu tín nhiệm nhằm nâng cao hiệu quả công tác cán bộ.

Yêu cầu: khách quan, công tâm, thận trọng.`;

/** Briefing by the secretary, the connection, attendance, and the opening. */
export async function openBox({
  conference,
  console,
  secretary,
  go,
  press,
  asks,
  answers,
  reads,
  see,
}: Play): Promise<void> {
  const { page } = console;
  await go('opening');
  await see('opening-missing');
  await secretary.page.goto(page.url().replace('opening', 'briefing'));
  await secretary.page.getByLabel('Mục đích, yêu cầu').fill(briefing);
  await secretary.page.getByRole('button', { name: 'Ghi nhận đã quán triệt' }).click();
  await secretary.page.getByText('Đã ghi nhận.').waitFor();
  await see('briefing-secretary', secretary.page);
  await secretary.page.close();
  await go('briefing');
  await reads('khách quan, công tâm');
  await see('briefing-chair');
  await go('connection');
  await press('Thôi cho phép');
  await reads('Chỉ bỏ phiếu qua kết nối mã hóa');
  await reads('Địa chỉ của dịch vụ không mã hóa mà chủ trì chưa quyết định');
  await asks('Cho phép kết nối không mã hóa');
  await see('connection-asks');
  await answers('Cho phép kết nối không mã hóa');
  await reads('Cho phép bỏ phiếu qua kết nối không mã hóa');
  const { hall, id: session } = conference;
  await reads('Chưa có điện thoại nào mở được địa chỉ này');
  await aPhoneOpens(hall, { session, origin: publicUrl, by: 'test' });
  await reads('Đã có điện thoại mở được địa chỉ này bằng mã thử');
  await see('connection-code-came');
  await reads('Chưa có điện thoại nào mở phiếu');
  await aPhoneOpens(hall, { session, origin: publicUrl, by: 'paper' });
  await reads('Đã có điện thoại mở được một tờ phiếu');
  await see('connection-paper-came');
  await go('cancel');
  await see('cancel-early');

  await go('attendance');
  await page.getByRole('checkbox').first().check();
  await see('attendance-too-few');
  await press('Đánh dấu tất cả có mặt');
  await press('Ghi nhận điểm danh');
  await reads('Đã ghi nhận điểm danh');
  await seeFewPhonePapers(conference, { go, reads, see });
  await go('opening');
  await press('Lập hồ sơ mở hòm');
  await reads('Vân tay hồ sơ');
  await see('opening-prepared');
  await conference.confirmSetup();
  await reads(/Đã xác nhận/);
  await asks('Mở hòm phiếu');
  await see('opening-asks');
  await answers('Mở hòm phiếu');
  await reads('Hòm phiếu đã được mở');
}

/** As if one voter had received the paper on a phone. */
async function seeFewPhonePapers(
  { hall, id }: Conference,
  { go, reads, see }: Pick<Play, 'go' | 'reads' | 'see'>,
): Promise<void> {
  const before = await hall.state(id);
  const papers = new Map(
    [...before.papers].map(([key, paper], at) => [
      key,
      at === 0 ? { ...paper, channel: 'phone' as const, printRunId: null } : paper,
    ]),
  );
  await hall.change(id, (state) => ({ ...state, papers }));
  await go('opening');
  await reads('Mới có 1 phiếu trên điện thoại');
  await see('opening-few-phone-papers');
  await hall.change(id, () => before);
}

/** Turnout on both screens, a lost connection, a full disk, and the end of phone voting. */
export async function vote(play: Play): Promise<void> {
  const { conference, console, projector, go, asks, answers, reads, see, fillDisk } = play;
  const { service } = conference.hall;
  const hall = projector.page;
  const origin = new URL(console.page.url()).origin;
  await hall.goto(`${origin}/projector#/${conference.id}`);
  await hall.getByText('Đang bỏ phiếu').waitFor();
  await go('turnout');
  await conference.castByPhone(0, [0, 1, 2]);
  await conference.castByPhone(1, [1, undefined, 0]);
  service.passSeconds(15);
  await reads('chưa hiện');
  await console.page.locator('dd', { hasText: /^2$/ }).waitFor();
  await see('turnout');
  await hall.getByText('Còn 1 phiếu ở ngoài').waitFor();
  await see('projector-open', hall);
  await console.page.context().setOffline(true);
  await console.page.getByText('Số liệu dưới đây là của lúc').waitFor();
  await see('turnout-lost');
  await console.page.context().setOffline(false);
  await console.page.getByText('Số liệu dưới đây là của lúc').waitFor({ state: 'detached' });

  fillDisk(true);
  await reads('đầy');
  await see('disk-full');
  fillDisk(false);

  await go('ending');
  await console.page.getByText('còn 1 phiếu ở ngoài').waitFor();
  await see('ending');
  await asks('Kết thúc bỏ phiếu bằng điện thoại');
  await answers('Đề xuất và ký');
  await reads('Chờ thêm 1 chữ ký của ban kiểm phiếu');
  await see('ending-proposed');
  await conference.sign(2);
  await reads(/kết thúc sau \d+ giây/);
  await see('ending-countdown');
  await hall.getByText('Bỏ phiếu bằng điện thoại kết thúc sau').waitFor();
  await see('projector-ending', hall);
  await mendCountdown(play);
  service.passSeconds(60);
  await reads('Đã kết thúc bỏ phiếu bằng điện thoại');
}

/** Somebody sets the clock during the countdown: nothing of it changes, and it can be begun anew all the same. */
async function mendCountdown({ conference, console, go, asks, answers, reads, see }: Play): Promise<void> {
  const { setClock } = conference.hall.service;
  setClock(600);
  await go();
  await reads('Đồng hồ của máy chủ đã bị chỉnh');
  await see('overview-clock-moved');
  await go('ending');
  await reads(/kết thúc sau \d+ giây/);
  await console.page.getByText('Đếm ngược không chạy đúng?').click();
  await see('ending-mend');
  await asks('Đếm ngược lại từ đầu');
  await see('ending-mend-asks');
  await answers('Đề xuất và ký');
  await reads('Chờ thêm 1 chữ ký của ban kiểm phiếu');
  await see('ending-mend-proposed');
  await conference.sign(1);
  await reads(/kết thúc sau \d+ giây/);
}

/** Announcement, a ledger that does not balance, the deviation signed, and closing. */
export async function count({ conference, go, press, asks, answers, reads, see, console }: Play): Promise<void> {
  const { hall } = conference;
  const reason = () => console.page.getByLabel('Lý do');
  await go('announcement');
  await reads('Ban kiểm phiếu chưa công bố');
  await see('announcement-awaited');
  await returnToOpen(conference, { press, reads, see });
  await go('announcement');
  const numbers = { issued: 3, collected: 3, sheets: 1 };
  await conference.ask('POST', '/announcement', hall.teller(1), numbers);
  await reads('Phiếu giấy trong hòm');
  await see('announcement');
  await conference.keySheet(2, [2, 1, 0]);
  await go('closing');
  await reads('Sổ giao nhận chưa khớp');
  await see('closing-unbalanced');
  await console.page.getByText('Đếm lại vẫn không khớp').click();
  await reason().fill('Ba tờ dự phòng bị hỏng khi phát');
  await asks('Đề nghị đóng hòm khi có chênh lệch');
  await answers('Đề xuất và ký');
  await reads('Chờ thêm 2 chữ ký');
  await see('closing-proposed');
  await conference.sign(1, 3);
  await reads('Có thể đóng hòm');
  await asks('Đóng hòm phiếu');
  await see('closing-asks');
  await answers('Đóng hòm phiếu');
  await reads('Hòm phiếu đã đóng');
  await see('closed');
}

/** Tellers put the way back to voting forward, the chair signs it; then phone voting is ended once more. */
async function returnToOpen(
  { hall, ask, sign }: Conference,
  { press, reads, see }: Pick<Play, 'press' | 'reads' | 'see'>,
): Promise<void> {
  const reason = 'Một đồng chí chưa kịp bỏ phiếu';
  const propose = (kind: string, as: Hall['chair']) => ask('POST', '/decisions', as, { action: { kind }, reason });
  await propose('return-to-open', hall.teller(1));
  await sign(2);
  await reads('Chờ chữ ký của người chủ trì');
  await see('return-proposed');
  await press('Ký quyết định này');
  await reads('Chưa đến bước này');
  await propose('end-phone-voting', hall.chair);
  await sign(3);
  hall.service.passSeconds(60);
}

/** Shares, going on without one teller, minutes, publication and a note of annulment. */
export async function publish({ conference, go, press, asks, answers, reads, see, console }: Play): Promise<void> {
  const { page } = console;
  const { hall } = conference;
  await go('tally');
  await see('tally-awaited');
  await conference.openTotals(3, 1, 3);
  await reads('Không chờ thêm');
  await see('tally-enough');
  await asks(/Mở kết quả, thiếu/);
  await answers('Mở kết quả');
  await reads('Kết quả đã được mở');
  await go('minutes');
  await see('minutes');
  const minutes = await hall.service.app.inject({
    url: `/api/sessions/${conference.id}/minutes.pdf`,
    headers: hall.chair,
  });
  const scan = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: minutes.rawPayload };
  await page.getByLabel('Bản chụp biên bản đã ký').setInputFiles(scan);
  await press('Đính kèm');
  await reads('Đã đính kèm.');
  await see('minutes-attached');
  await go('publishing');
  await asks('Công bố kết quả');
  await see('publishing-asks');
  await answers('Công bố kết quả');
  await reads('Đã công bố lúc');
  const note = { decision: 'Quyết định 12-QĐ/TU', reason: 'Vi phạm về thành phần triệu tập.' };
  await conference.ask('POST', '/annulment', hall.chairOfSuperior, note);
  await go();
  await see('overview-published');
  await go('publishing');
  await reads('ghi chú kết quả bị hủy');
  await see('published-annulled');
}

/** The whole conference; every state of console and hall screen is shown once. */
export async function playConference(browser: Browser, see: See): Promise<void> {
  const play = await aPlay(browser, see);
  for (const act of [makeKeys, openBox, vote, count, publish]) await act(play);
  for (const { page } of [play.console, play.projector]) await page.context().close();
  await play.conference.hall.service.app.close();
}
