import type { Browser, Page } from 'playwright-core';
import { type Session, subjectId } from '../../../src/domain/session/session.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { aPublishedVote, type CountedVote } from '../service/counted-vote.ts';
import { addEarlierVote } from '../service/earlier-votes.ts';
import type { Headers } from '../service/vote-service.ts';
import { signedInPage, type WatchedPage } from './browser.ts';
import { chooseLanguage } from './masthead.ts';
import { choose, expectText } from './waiting.ts';

/** Names, positions and marks (high, confidence, low) of a committee's fifteen, of 50 ballots collected. */
const people = [
  ['Nguyễn Thị Minh Hương', 'Bí thư Đảng ủy, Chủ tịch Hội đồng nhân dân xã', 46, 3, 1],
  ['Trần Văn Phước', 'Phó Bí thư Thường trực Đảng ủy', 41, 7, 2],
  ['Lê Hoàng Anh Tuấn', 'Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã', 38, 9, 2],
  ['H’Yim Kđoh', 'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy', 35, 10, 4],
  ['Phạm Đức Thịnh', 'Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng', 33, 12, 5],
  ['Đặng Thị Tuyết', 'Ủy viên Ban Chấp hành, Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã', 50, 0, 0],
  ['Võ Thành Long', 'Ủy viên Ban Thường vụ, Chỉ huy trưởng Ban Chỉ huy Quân sự xã', 30, 15, 5],
  ['Huỳnh Ngọc Bảo Trân', 'Ủy viên Ban Chấp hành, Phó Chủ tịch Ủy ban nhân dân xã', 28, 14, 8],
  ['Bùi Quốc Khánh', 'Ủy viên Ban Chấp hành, Trưởng Công an xã', 27, 16, 7],
  ['Y Blôk Niê', 'Ủy viên Ban Chấp hành, Bí thư Chi bộ thôn 3', 25, 18, 6],
  ['Đỗ Thị Thanh Nhàn', 'Ủy viên Ban Chấp hành, Chủ tịch Hội Liên hiệp Phụ nữ xã', 24, 20, 5],
  ['Ngô Đình Quang', 'Ủy viên Ban Chấp hành, Bí thư Đoàn Thanh niên xã', 22, 19, 8],
  ['Dương Văn Mười', 'Ủy viên Ban Chấp hành, Chủ tịch Hội Nông dân xã', 12, 10, 27],
  ['Lý Kim Ngân', 'Ủy viên Ban Chấp hành, Chánh Văn phòng Đảng ủy', 20, 22, 8],
  ['Tạ Hữu Đạt', 'Ủy viên Ban Chấp hành, Giám đốc Trung tâm Dịch vụ công', 6, 8, 35],
] as const;

/** A service with results for everybody who reads them: one with its true record, one of fifteen people, others before. */
export interface ResultsHall {
  readonly origin: string;
  readonly made: CountedVote;
  /** Of the vote with its record, of the fifteen people's, of one that is not published, of one that was annulled. */
  readonly ids: Readonly<Record<'proven' | 'fifteen' | 'tallied' | 'annulled', string>>;
  /** Puts a result of the committee's beside the others, found to be altered: from then on every list tells of it. */
  addLocked(): Promise<string>;
  close(): Promise<void>;
}

export async function aResultsHall(): Promise<ResultsHall> {
  const made = await aPublishedVote();
  const { session } = await made.state();
  await addEarlierVote(made, {
    id: 'first',
    committee: 1,
    superior: 2,
    change: held(session, '2023-12-05', 'giữa nhiệm kỳ'),
  });
  const fifteen = await addEarlierVote(made, { id: 'fifteen', committee: 1, superior: 2, change: ofFifteen(session) });
  const tallied = { ...held(session, '2027-03-01', 'chưa công bố'), state: 'tallied', publication: null } as const;
  const annulment = {
    ...{ by: { accountId: session.chair.accountId, name: 'Tỉnh ủy' }, at: '2027-02-01T03:00:00.000Z' },
    ...{ decision: 'Quyết định số 12-QĐ/TU', reason: 'Hội nghị không đủ số người có mặt theo quy định.' },
  };
  const publication = session.publication && { ...session.publication, annulment };
  const cancelled = { ...held(session, '2027-01-20', 'cuối năm'), publication };
  const ids = {
    ...{ proven: session.id, fifteen },
    tallied: await addEarlierVote(made, { id: 'taLLied', committee: 1, superior: 2, change: tallied }),
    annulled: await addEarlierVote(made, { id: 'annuLLed', committee: 1, superior: 2, change: cancelled }),
  };
  const origin = await made.service.app.listen({ port: 0, host: '127.0.0.1' });
  let locked: Promise<string> | undefined;
  const addLocked = async () => {
    const change = held(session, '2022-12-06', 'năm 2022');
    const id = await addEarlierVote(made, { id: 'altered', committee: 1, superior: 2, change });
    made.service.deps.store.locks.lock({ sessionId: id, problem: 'altered' });
    return id;
  };
  return {
    ...{ origin, made, ids, close: () => made.service.app.close() },
    addLocked: () => {
      locked ??= addLocked();
      return locked;
    },
  };
}

function held({ settings }: Session, heldOn: string, name: string): Partial<Session> {
  return { settings: { ...settings, heldOn, title: `Lấy phiếu tín nhiệm ${name}` } };
}

function ofFifteen(session: Session): Partial<Session> {
  const { closing, tally, roll } = session;
  return {
    ...held(session, '2026-12-20', 'giữa nhiệm kỳ 2025–2030'),
    ...{ committeeName: 'Ban Chấp hành Đảng bộ xã Phú Hưng', superiorName: 'Tỉnh ủy Vĩnh Long' },
    subjects: people.map(([name, position], at) => ({
      ...{ id: subjectId.parse(`subject-${at}`), seatId: aSeatId(at + 1), personId: aPersonId(at + 1), name, position },
      ...{ excludedFor: null, struckFor: null },
    })),
    roll: Array.from({ length: 54 }, (_, at) => roll[at % roll.length]).flatMap((voter) => voter ?? []),
    closing: closing && { ...closing, ledger: { ...closing.ledger, present: 52, issued: 51, collected: 50 } },
    tally: tally && { ...tally, counted: 50, result: people.map(([_name, _position, ...marks]) => marks) },
  };
}

/** One thing that a reader can have on the screen, and how they came there. */
export interface ResultsScene {
  readonly name: string;
  readonly who: (made: CountedVote) => Headers;
  play(page: Page, hall: ResultsHall): Promise<void>;
}

const inside = ({ seatHolder }: CountedVote) => seatHolder;
const title = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();
const open = async (page: Page, { origin }: ResultsHall, id = '') => {
  await page.goto(`${origin}/results#/${id}`);
};

/** From the list of results, as a reader goes. */
const openRollUp = async (page: Page, hall: ResultsHall) => {
  await open(page, hall);
  await page.getByRole('link', { name: '4 kết quả' }).click();
  await title(page, /^Tổng hợp kết quả của cấp dưới: /);
};

export const resultsScenes: readonly ResultsScene[] = [
  {
    name: 'list',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await open(page, hall);
      await page.getByRole('link', { name: 'giữa nhiệm kỳ 2025–2030' }).waitFor();
    },
  },
  {
    name: 'list-searched',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await open(page, hall);
      await page.getByLabel('Tìm theo cấp ủy, hội nghị').fill('phu hung');
      await page.getByText('Có 1 kết quả.').waitFor();
    },
  },
  {
    name: 'nothing',
    who: ({ stranger }) => stranger,
    play: async (page, hall) => {
      await open(page, hall);
      await page.getByText('Chưa có kết quả nào').waitFor();
    },
  },
  {
    name: 'not-mine',
    who: ({ stranger }) => stranger,
    play: async (page, hall) => {
      await open(page, hall, hall.ids.proven);
      await page.getByText('Không có kết quả này').waitFor();
    },
  },
  {
    name: 'fifteen',
    who: inside,
    play: async (page, hall) => {
      await open(page, hall, hall.ids.fifteen);
      await title(page, /Phú Hưng/);
      await page.getByText('Nguyễn Thị Minh Hương: 2 đợt trước').click();
    },
  },
  {
    name: 'sorted',
    who: inside,
    play: async (page, hall) => {
      await open(page, hall, hall.ids.fifteen);
      await choose(page.getByLabel('Sắp xếp'), 'Tín nhiệm thấp, từ nhiều đến ít');
      await chooseLanguage(page, 'English');
      await expectText(page.locator('.results-table tbody th').first(), /^Tạ Hữu Đạt/);
    },
  },
  {
    name: 'roll-up',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await openRollUp(page, hall);
      await page.getByText('Có 15 đồng chí.').waitFor();
    },
  },
  {
    name: 'roll-up-nobody',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await openRollUp(page, hall);
      await chooseLanguage(page, 'English');
      await page.getByLabel('Find by name').fill('nobody');
      await page.getByText('0 people.').waitFor();
    },
  },
  {
    name: 'roll-up-person',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await openRollUp(page, hall);
      await page.getByRole('link', { name: 'Nguyễn Thị Ý' }).click();
      await title(page, 'Nguyễn Thị Ý');
    },
  },
  {
    name: 'roll-up-not-mine',
    who: ({ stranger }) => stranger,
    play: async (page, hall) => {
      await open(page, hall, `roll-up/${aCommittee(2).id}`);
      await page.getByText('Không có bản tổng hợp này').waitFor();
    },
  },
  {
    name: 'tallied',
    who: ({ chair }) => chair,
    play: async (page, hall) => {
      await open(page, hall, hall.ids.tallied);
      await page.getByText('Kết quả chưa công bố').waitFor();
    },
  },
  {
    name: 'annulled',
    who: inside,
    play: async (page, hall) => {
      await open(page, hall, hall.ids.annulled);
      await page.getByText('Quyết định số 12-QĐ/TU').waitFor();
    },
  },
  {
    name: 'verified',
    who: inside,
    play: async (page, hall) => {
      await open(page, hall, hall.ids.proven);
      await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
      await page.getByText('khớp với hồ sơ vừa kiểm').waitFor();
      await page.getByText('Những gì đã kiểm').click();
    },
  },
  {
    name: 'alarm',
    who: inside,
    play: async (page, hall) => {
      await page.route('**/record', async (route) => {
        const body = await (await route.fetch({ maxRetries: 3 })).body();
        await route.fulfill({ body: body.fill('7', 9000, 9001), contentType: 'application/x-tar' });
      });
      await open(page, hall, hall.ids.proven);
      await page.getByRole('button', { name: 'Kiểm hồ sơ' }).click();
      await page.getByText('Hồ sơ KHÔNG đúng').waitFor();
    },
  },
  // The last ones: a lock stays.
  {
    name: 'list-locked',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await hall.addLocked();
      await open(page, hall);
      await page.getByRole('alert').getByText('hội nghị ngày 6 tháng 12 năm 2022').waitFor();
    },
  },
  {
    name: 'roll-up-locked',
    who: ({ superiorSeatHolder }) => superiorSeatHolder,
    play: async (page, hall) => {
      await hall.addLocked();
      await openRollUp(page, hall);
      await page.getByRole('alert').getByText('hội nghị ngày 6 tháng 12 năm 2022').waitFor();
    },
  },
  {
    name: 'locked',
    who: inside,
    play: async (page, hall) => {
      await open(page, hall, await hall.addLocked());
      await page.getByText('Dữ liệu của đợt lấy phiếu này').waitFor();
    },
  },
];

/** Plays the scenes one after the other, each signed in afresh; `look` sees the page as the reader would. */
export async function playResultsScenes(
  browser: Browser,
  hall: ResultsHall,
  look: (scene: ResultsScene, watched: WatchedPage) => Promise<void>,
  wanted = resultsScenes,
): Promise<void> {
  for (const scene of wanted) {
    const { authorization = '' } = scene.who(hall.made);
    const viewport = { width: 1280, height: 800 };
    const watched = await signedInPage(browser, hall.origin, { authorization }, { viewport });
    await scene.play(watched.page, hall);
    await look(scene, watched);
    await watched.page.context().close();
  }
}
