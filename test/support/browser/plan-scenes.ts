import type { Browser, Page } from 'playwright-core';
import { accept } from '../../../src/domain/ruling.ts';
import type { Summoned } from '../../../src/domain/session/summoned.ts';
import { aPersonId } from '../build/ids.ts';
import { aPlan } from '../build/plans.ts';
import { aPlanHall, type PlanHall } from '../service/plan-hall.ts';
import { signedInPage } from './browser.ts';

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
  await scene('issued', office, '', hall.plan.provisions.title);
  await scene('draft', office, `${hall.province}/new`, 'Lưu dự thảo');
  await scene('plan', office, own, 'Theo dõi thực hiện');
  await office.getByRole('link', { name: 'Điều chỉnh kế hoạch' }).click();
  await office.getByText('Ghi điều chỉnh').waitFor();
  await show('amend', office);
  await scene('board', office, `${own}/board`, 'Chi bộ thôn 1');
  await scene('owed', chair, '', hall.plan.provisions.title);
  await scene('followed', chair, `${hall.commune}/${hall.plan.id}`, 'Rút kinh nghiệm của đơn vị');
  await scene('summoned', chair, `${hall.commune}/summoned`, 'Xem trước');
  await chair.getByLabel('Nhiệm kỳ').fill('2025–2030');
  await chair.getByLabel('Hoặc dán từ bảng tính').fill(pastedDelegates);
  await chair.getByRole('button', { name: 'Xem trước' }).click();
  await chair.getByText('Chưa ai được nhập.').waitFor();
  await show('summoned-preview', chair);
  await keepSummoned(hall);
  await chair.reload();
  await scene('summoned-list', chair, `${hall.commune}/summoned`, 'Không còn đủ tư cách');
  const draft = { ...aPlan(2, { number: null, purpose: '' }), issuerId: hall.province, issuerName: 'Tỉnh ủy Sơn Bình' };
  await hall.service.deps.store.plans.change(hall.province, () => accept(draft));
  await scene('draft-lacks', office, `${hall.province}/${draft.id}`, 'còn thiếu');
  await chair.goto(`${origin}/console#/new/${hall.commune}/${hall.plan.id}`);
  await chair.getByText('Khách quan, công tâm').waitFor();
  await show('new-session', chair);
  await office.context().close();
  await chair.context().close();
  await hall.service.app.close();
}

const pastedDelegates = [
  ['TT', 'Họ và tên', 'Chức vụ, đơn vị công tác', 'Mã cá nhân', 'Ghi chú'],
  ['1', 'Lò Thị Một', 'Bí thư Chi bộ thôn 1', 'DB-01', ''],
  ['2', 'Lò Văn Hai', 'Trưởng thôn 2', 'DB-02', 'nữ'],
  ['3', 'Lò Văn Hai', 'Trưởng thôn 2', 'DB-03', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

async function keepSummoned({ service, commune }: PlanHall): Promise<void> {
  const one = (number: number, name: string, change: Partial<Summoned> = {}): Summoned => ({
    ...{ id: aPersonId(700 + number), personId: null, name, position: 'Đảng viên', standing: 'delegate' },
    ...{ votes: true, struck: null, ...change },
  });
  const people = [
    one(1, 'Lò Thị Một'),
    one(2, 'Lò Thị Hai', { struck: { reason: 'Chuyển sinh hoạt', on: '2026-10-01' } }),
    one(3, 'Lò Văn Ba', { position: 'Chủ tịch Hội Nông dân', standing: 'key-cadre', votes: false }),
  ];
  const list = { committeeId: commune, term: '2025–2030', people };
  await service.deps.store.summoned.change(commune, list.term, () => accept(list));
}
