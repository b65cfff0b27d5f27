import type { Browser, Page } from 'playwright-core';
import { decideReopenReview } from '../../../src/domain/half-term/review.ts';
import { accept } from '../../../src/domain/ruling.ts';
import { aReviewOf } from '../build/half-term.ts';
import { aPersonId } from '../build/ids.ts';
import { aSessionId } from '../build/stored-sessions.ts';
import { aPlanHall } from '../service/plan-hall.ts';
import { signedInAs } from '../service/service.ts';
import { signedInPage } from './browser.ts';
import { ask } from './waiting.ts';

/** Shows every screen of the page of half-term reviews, with its name. */
export async function playHalfTermScenes(
  browser: Browser,
  show: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const hall = await aPlanHall();
  const { store } = hall.service.deps;
  const review = aReviewOf({ committeeId: hall.commune, id: aSessionId(1) });
  const { committeeId, term } = review;
  await store.halfTerm.change(committeeId, term, () => accept({ ...review, sessionId: null }));
  const pdf = new TextEncoder().encode('%PDF-1.7');
  await store.halfTerm.putReport(
    committeeId,
    term,
    { period: 'half-term', kind: 'inspection', bytes: pdf },
    decideReopenReview,
  );
  const origin = await hall.service.app.listen({ port: 0, host: '127.0.0.1' });
  const chair = (await signedInPage(browser, origin, hall.communeChair)).page;
  // Person 4 sits in the provincial committee, without a role.
  const member = await signedInAs(hall.service, { personId: aPersonId(4) });
  const above = (await signedInPage(browser, origin, member)).page;
  const scene = async (name: string, page: Page, hash: string, text: string) => {
    await page.goto(`${origin}/half-term#/${hash}`);
    await page.getByText(text).first().waitFor();
    await page.waitForLoadState('networkidle');
    await show(name, page);
  };
  const own = `${hall.commune}/${term}`;
  await scene('mine', chair, '', 'Đảng ủy xã Ba Chẽ');
  await scene('terms', chair, hall.commune, 'Mở bản sơ kết của một nhiệm kỳ');
  await scene('empty', chair, `${hall.commune}/2020–2025`, 'Chưa có chỉ tiêu.');
  await scene('write', chair, own, 'Báo hoàn thành bản sơ kết');
  await chair.getByRole('button', { name: /^Sửa: Tổng thu/ }).click();
  const csv = `Chỉ tiêu,Đơn vị tính,Mục tiêu nghị quyết,Đạt được
Tổng thu ngân sách trên địa bàn,tỷ đồng,120,"132,5"
Tỷ lệ dân số tham gia bảo hiểm y tế,%,95,"96,2"
`;
  const file = { name: 'chi-tieu.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await chair.getByLabel('Nhập chỉ tiêu từ bảng tính').setInputFiles(file);
  await chair.getByText('Tệp có 2 chỉ tiêu').waitFor();
  await chair.getByLabel('Số ngày họp').fill('4');
  await show('preview', chair);
  const wrong = { ...file, buffer: Buffer.from(csv.replace('120', 'ba').replace('95', '')) };
  await chair.getByLabel('Nhập chỉ tiêu từ bảng tính').setInputFiles(wrong);
  await chair.getByText('có dòng chưa đúng').waitFor();
  await show('problems', chair);
  await chair.reload();
  // The length of the conference, which was not saved.
  await chair.getByRole('button', { name: 'Bỏ nội dung nhập dở' }).click();
  const question = await ask(chair.getByRole('button', { name: 'Báo hoàn thành bản sơ kết' }));
  await show('finish', chair);
  await question.getByRole('button', { name: 'Đúng, báo hoàn thành' }).click();
  await chair.getByRole('button', { name: 'Sửa bản sơ kết' }).waitFor();
  await show('finished', chair);
  await scene('below', above, `${hall.province}/${term}/below`, 'Đảng ủy xã Ba Chẽ');
  await scene('read', above, own, 'Giải pháp khắc phục');
  for (const page of [chair, above]) await page.context().close();
  await hall.service.app.close();
}
