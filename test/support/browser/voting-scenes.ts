import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Session } from '../../../src/domain/session/session.ts';
import { problemOf } from '../../../src/server/http/answer.ts';
import type { KeptBallot } from '../../../src/web/vote/kept.ts';
import { aSelfReview } from '../build/self-review.ts';
import { type WatchedPage, watchedPage } from './browser.ts';
import { aVotingHall, type VotingHall } from './voting-hall.ts';
import { expectTexts } from './waiting.ts';

const people = [
  ['Nguyễn Thị Minh Hương', 'Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã'],
  ['Trần Văn Phước', 'Phó Bí thư Thường trực Đảng ủy'],
  ['Lê Hoàng Anh Tuấn', 'Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã'],
  ['H’Yim Kđoh', 'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy'],
  ['Phạm Đức Thịnh', 'Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng'],
  ['Đặng Thị Tuyết', 'Ủy viên Ban Chấp hành, Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã'],
] as const;

const briefing = `Lấy phiếu tín nhiệm nhằm nâng cao hiệu quả công tác cán bộ, giúp người được lấy phiếu thấy mức độ tín nhiệm của mình để tiếp tục phấn đấu, rèn luyện.

Yêu cầu: khách quan, công tâm, thận trọng; không lợi dụng việc lấy phiếu để gây mất đoàn kết nội bộ.`;

/** A hall with people as on a real ballot and something to read. */
export async function aFurnishedHall(): Promise<VotingHall> {
  const hall = await aVotingHall({ subjects: people.length, voters: 40, sheets: 40 });
  const { session } = hall.vote.state;
  await hall.change({
    committeeName: 'Ban Chấp hành Đảng bộ xã Phú Hưng',
    superiorName: 'Tỉnh ủy Vĩnh Long',
    settings: {
      ...session.settings,
      ...{ title: 'Lấy phiếu tín nhiệm giữa nhiệm kỳ 2025–2030', place: 'Hội trường Đảng ủy xã' },
    },
    subjects: session.subjects.map((subject, at) => {
      const [name = '', position = ''] = people[at] ?? [];
      return { ...subject, name, position };
    }),
    briefing: session.briefing && { ...session.briefing, text: briefing },
  });
  const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
  await hall.dossier('Báo cáo kiểm điểm của Ban Chấp hành', null, pdf);
  await hall.dossier('Bản tự kiểm điểm', session.subjects[0]?.id ?? null, await aSelfReview());
  await hall.reviewHalfTerm(pdf);
  return hall;
}

type Phase = 'issued' | 'open' | 'ending' | 'counting' | 'closed' | 'cancelled';

/** One thing that a voter can have on the screen, and how they came there. */
export interface Scene {
  readonly name: string;
  readonly phase: Phase;
  readonly context?: BrowserContextOptions;
  /** Shows the very screen of another scene: there is nothing new to see. */
  readonly looksLike?: string;
  play(page: Page, hall: VotingHall): Promise<void>;
}

const title = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();

/** Marks the subjects from the first on; `undefined` leaves a line as it is. */
export async function markSubjects(page: Page, levels: readonly (string | undefined)[]): Promise<void> {
  for (const [at, level] of levels.entries()) {
    if (level === undefined) continue;
    await page.locator(`#subject-${at}`).getByRole('radio', { name: level, exact: true }).check();
  }
}

const everybody = ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp', 'Không ghi', 'Tín nhiệm cao', 'Tín nhiệm'];

/** From the open page to the receipt. */
export async function castFrom(page: Page, levels: readonly (string | undefined)[] = everybody): Promise<void> {
  await page.getByRole('button', { name: 'Xem lại phiếu' }).waitFor();
  await markSubjects(page, levels);
  await page.getByRole('button', { name: 'Xem lại phiếu' }).click();
  await page.getByRole('button', { name: 'Bỏ phiếu vào hòm' }).click();
}

const ballots = (url: URL) => url.pathname.endsWith('/ballots');

export const scenes: readonly Scene[] = [
  {
    ...{ name: 'before-opening', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await page.getByText('Hòm phiếu chưa mở').waitFor();
    },
  },
  {
    ...{ name: 'draft', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await page.getByText('Hòm phiếu chưa mở').waitFor();
      await markSubjects(page, everybody.slice(0, 4));
    },
  },
  {
    ...{ name: 'half-term', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await page.getByRole('button', { name: 'Đọc: Sơ kết giữa nhiệm kỳ 2025–2030' }).click();
      await title(page, 'Sơ kết giữa nhiệm kỳ 2025–2030');
      await expectTexts(page.locator('.standing'), ['Vượt', 'Đạt', 'Chưa đạt', 'Chưa có số liệu']);
      await page.getByRole('button', { name: 'Đọc: Báo cáo công tác kiểm tra, giám sát' }).waitFor();
    },
  },
  {
    ...{ name: 'document', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await page.getByRole('button', { name: 'Đọc: Bản tự kiểm điểm' }).click();
      await page.locator('.pdf-page canvas').first().waitFor();
      await page.getByText('Bản tự kiểm điểm của đồng chí, trang 1', { exact: false }).waitFor({ state: 'attached' });
    },
  },
  {
    ...{ name: 'document-not-shown', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await page.getByRole('button', { name: 'Đọc: Báo cáo kiểm điểm của Ban Chấp hành' }).click();
      await page.getByText('không mở được tài liệu').waitFor();
    },
  },
  {
    ...{ name: 'no-link', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(`${hall.service.baseUrl}/v`);
      await title(page, 'Hãy quét mã trên tờ phiếu');
    },
  },
  {
    ...{ name: 'wrong-link', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(`${hall.service.baseUrl}/v#half.a-link`);
      await title(page, 'Mã này không mở được phiếu nào');
    },
  },
  {
    ...{ name: 'wrong-paper', phase: 'issued', looksLike: 'wrong-link' },
    play: async (page, hall) => {
      await page.goto(hall.link(0, { readKey: 'another-key' }));
      await title(page, 'Mã này không mở được phiếu nào');
    },
  },
  {
    ...{ name: 'in-app', phase: 'issued', context: { userAgent: 'Mozilla/5.0 (Linux; Android 10) Zalo android/12' } },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await title(page, 'Hãy mở bằng trình duyệt');
    },
  },
  {
    ...{ name: 'shared-scan', phase: 'issued' },
    play: async (page, hall) => {
      await page.goto(`${hall.service.baseUrl}/v?shared`);
      await page.getByLabel('Liên kết trên tờ phiếu').fill('https://example.test');
      await page.getByRole('button', { name: 'Mở phiếu' }).click();
      await page.getByText('Đây không phải liên kết').waitFor();
    },
  },
  {
    ...{ name: 'unreachable', phase: 'issued' },
    play: async (page, hall) => {
      await page.route(
        (url) => url.pathname.endsWith('/ballot'),
        (route) => route.abort(),
      );
      await page.goto(hall.link(0));
      await title(page, 'Chưa liên lạc được với máy chủ');
    },
  },
  {
    ...{ name: 'no-javascript', phase: 'issued', context: { javaScriptEnabled: false } },
    play: async (page, hall) => {
      await page.goto(hall.link(0));
      await page.getByText('Trình duyệt này đã tắt JavaScript').waitFor();
    },
  },
  {
    ...{ name: 'too-old', phase: 'issued' },
    play: async (page, hall) => {
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BigInt'));
      await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'a ?..' }));
      await page.goto(hall.link(0));
      await page.getByText('Trình duyệt này quá cũ').waitFor();
    },
  },
  {
    ...{ name: 'marking', phase: 'open' },
    play: async (page, hall) => {
      await page.goto(hall.link(1));
      await page.getByText('Hòm phiếu đã mở').waitFor();
      await markSubjects(page, everybody.slice(0, 5));
    },
  },
  {
    ...{ name: 'review', phase: 'open' },
    play: async (page, hall) => {
      await page.goto(hall.link(2));
      await page.getByText('Hòm phiếu đã mở').waitFor();
      await markSubjects(page, everybody.slice(0, 5));
      await page.getByRole('button', { name: 'Xem lại phiếu' }).click();
      await title(page, 'Xem lại trước khi bỏ phiếu');
    },
  },
  {
    ...{ name: 'sending', phase: 'open' },
    play: async (page, hall) => {
      await page.route(ballots, (route) => route.abort());
      await page.goto(hall.link(3));
      await castFrom(page);
      await title(page, 'Phiếu chưa ở trong hòm');
    },
  },
  {
    ...{ name: 'connection-lost', phase: 'open' },
    play: async (page, hall) => {
      await page.goto(hall.link(3));
      await page.getByText('Hòm phiếu đã mở').waitFor();
      await page.context().setOffline(true);
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.getByText('Đang mất liên lạc').waitFor();
    },
  },
  {
    ...{ name: 'in-box', phase: 'open' },
    play: async (page, hall) => {
      await page.goto(hall.link(4));
      await castFrom(page);
      await title(page, 'Phiếu đã ở trong hòm');
      await page.getByRole('button', { name: 'Tìm mã trong hòm phiếu' }).click();
      await page.getByText('Có trong hòm').waitFor();
    },
  },
  {
    ...{ name: 'cast-again', phase: 'open' },
    play: async (page, hall) => {
      await page.goto(hall.link(5));
      await castFrom(page);
      await page.getByRole('button', { name: 'Bỏ phiếu lại' }).click();
      await page.getByText('Đang ghi lại').waitFor();
    },
  },
  {
    ...{ name: 'refused-void', phase: 'open' },
    play: async (page, hall) => {
      await hall.changePaper(6, { fate: 'void' });
      await page.goto(hall.link(6));
      await castFrom(page);
      await title(page, 'Phiếu không vào được hòm');
    },
  },
  {
    ...{ name: 'pausing', phase: 'open' },
    play: async (page, hall) => {
      await page.route(
        (url) => url.pathname.endsWith('/ballots'),
        (route) => route.fulfill({ status: 429, json: problemOf('recast-pause', 'vi', [], 300) }),
      );
      await page.goto(hall.link(3));
      await castFrom(page);
      await page.getByRole('timer').waitFor();
    },
  },
  {
    ...{ name: 'refused-limit', phase: 'open' },
    play: async (page, hall) => {
      await page.route(
        (url) => url.pathname.endsWith('/ballots'),
        (route) => route.fulfill({ status: 409, json: problemOf('recast-limit', 'vi') }),
      );
      await page.goto(hall.link(3));
      await castFrom(page);
      await title(page, 'Phiếu không vào được hòm');
    },
  },
  {
    ...{ name: 'copied', phase: 'open' },
    play: async (page, hall) => {
      await page.route(
        (url) => url.pathname.endsWith('/ballots'),
        async (route) => {
          const body = await (await route.fetch({ maxRetries: 3 })).json();
          await route.fulfill({ json: { ...body, mayRecast: false } });
        },
      );
      await page.goto(hall.link(1));
      await castFrom(page);
      await title(page, 'Phiếu đã ở trong hòm');
      await page.getByText('nói rõ điều này').waitFor();
    },
  },
  {
    ...{ name: 'shared-receipt', phase: 'open' },
    play: async (page, hall) => {
      await page.goto(`${hall.service.baseUrl}/v?shared`);
      await page.getByLabel('Liên kết trên tờ phiếu').fill(hall.link(7));
      await page.keyboard.press('Enter');
      await castFrom(page);
      await page.getByRole('button', { name: 'Xong: xóa khỏi máy này' }).waitFor();
    },
  },
  {
    ...{ name: 'countdown', phase: 'ending' },
    play: async (page, hall) => {
      await page.goto(hall.link(8));
      await page.getByRole('timer').waitFor();
      await markSubjects(page, everybody.slice(0, 1));
    },
  },
  {
    ...{ name: 'alarm', phase: 'ending' },
    play: async (page, hall) => {
      await page.route(
        (url) => url.pathname.endsWith('/trackers'),
        (route) => route.fulfill({ json: { state: 'closed', head: null, trackers: [] } }),
      );
      await page.goto(hall.link(9));
      await castFrom(page);
      await page.getByRole('button', { name: 'Tìm mã trong hòm phiếu' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'ended', phase: 'counting' },
    play: async (page, hall) => {
      await page.goto(hall.link(10));
      await title(page, 'Đã hết giờ bỏ phiếu bằng điện thoại');
    },
  },
  {
    ...{ name: 'closed', phase: 'closed' },
    play: async (page, hall) => {
      await page.goto(hall.link(10));
      await title(page, 'Hòm phiếu đã đóng');
      await page.getByLabel('Mã tra cứu của phiếu').fill((await hall.trackers())[0] ?? '');
      await page.getByRole('button', { name: 'Tìm mã trong hòm phiếu' }).click();
      await page.getByText('Có trong hòm').waitFor();
    },
  },
  {
    ...{ name: 'end-of-record', phase: 'closed' },
    play: async (page, hall) => {
      await lookAfterClosing(page, hall, []);
      await page.getByText('Mã sổ hòm phiếu khi đóng hòm').waitFor();
    },
  },
  {
    ...{ name: 'other-record', phase: 'closed' },
    play: async (page, hall) => {
      await lookAfterClosing(page, hall, [{ height: 0, hash: '0123456789abcdef'.repeat(4) }]);
      await title(page, 'Sổ hòm phiếu không khớp');
    },
  },
  {
    ...{ name: 'cancelled', phase: 'cancelled' },
    play: async (page, hall) => {
      await page.goto(hall.link(10));
      await title(page, 'Đợt lấy phiếu này đã bị hủy');
    },
  },
];

/** A phone that voted, was given these heads, and is opened again after closing. */
async function lookAfterClosing(page: Page, hall: VotingHall, heads: KeptBallot['heads']): Promise<void> {
  const { id, readKey, committeeName, settings } = (await hall.state()).session;
  const [tracker = ''] = await hall.trackers();
  const kept: KeptBallot = {
    ...{ sessionId: id, readKey, committeeName, title: settings.title, tracker },
    ...{ unsent: null, refusal: null, earlier: null, mayRecast: true, heads },
  };
  await page.addInitScript((text) => localStorage.setItem('phieu.vote.ballot.kept', text), JSON.stringify(kept));
  await page.goto(`${hall.service.baseUrl}/v`);
  await page.getByRole('button', { name: /^Xem: / }).click();
}

async function moveOn(hall: VotingHall, phase: Phase): Promise<void> {
  const after = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
  if (phase === 'open') return hall.open();
  if (phase === 'closed') return hall.closeBox();
  const changes: Readonly<Record<Exclude<Phase, 'open' | 'closed'>, Partial<Session>>> = {
    issued: {},
    // Longer than any machine takes for the scenes of it.
    ending: {
      phoneVotingEndsAt: after(3600),
      countdown: { id: 'announced', milliseconds: 3_600_000, notedMilliseconds: 0 },
    },
    counting: { state: 'counting', phoneVotingEndsAt: after(0), countdown: null },
    cancelled: { state: 'cancelled' },
  };
  return hall.change(changes[phase]);
}

/** Plays all scenes in order, each in a context of its own, and has a look at each. */
export async function playScenes(
  browser: Browser,
  hall: VotingHall,
  look: (scene: Scene, watched: WatchedPage) => Promise<void>,
  wanted = scenes,
): Promise<void> {
  let phase: Phase = 'issued';
  for (const scene of wanted) {
    if (scene.phase !== phase) await moveOn(hall, scene.phase);
    phase = scene.phase;
    const watched = await watchedPage(browser, { viewport: { width: 360, height: 740 }, ...scene.context });
    await scene.play(watched.page, hall).catch((error: unknown) => {
      throw new Error(`scene ${scene.name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    await look(scene, watched);
    await watched.page.context().close();
  }
}
