import type { z } from 'zod';
import { call } from '../../client/api.ts';
import { createPlan, issuePlan, type planBody } from '../../contract/plans/plans.ts';
import type { BallotForm } from '../../domain/ballot-form.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { granted } from './granted.ts';
import type { Member } from './people.ts';

/** What a demonstration says of its round: a confidence vote at half-term, or the rating of a year. */
export interface DemoRound {
  readonly title: string;
  readonly purpose: string;
  readonly requirements: string;
  /** Month and day by which grassroots committees, and communes, hold theirs. */
  readonly deadlines: { readonly grassroots: string; readonly commune: string };
}

const confidence: DemoRound = {
  title: 'Hội nghị lấy phiếu tín nhiệm giữa nhiệm kỳ 2025 – 2030',
  purpose:
    'Lấy phiếu tín nhiệm nhằm nâng cao hiệu quả công tác cán bộ, giúp mỗi đồng chí tự điều chỉnh, phấn đấu, rèn luyện.',
  requirements: 'Đề nghị các đồng chí đọc kỹ báo cáo, ghi phiếu khách quan, công tâm; phiếu kín, không ký tên.',
  deadlines: { grassroots: '03-31', commune: '04-30' },
};

/** The year's rating has deadlines of its own (regulations, procedure 9); communes hold theirs where districts did. */
const rating = (year: number): DemoRound => ({
  title: `Hội nghị đánh giá, xếp loại chất lượng năm ${year}`,
  purpose: `Đánh giá, xếp loại chất lượng năm ${year} làm cơ sở khen thưởng, bố trí, sử dụng cán bộ.`,
  requirements: 'Đề nghị các đồng chí căn cứ báo cáo tự kiểm điểm, ghi phiếu khách quan, công tâm; phiếu kín.',
  deadlines: { grassroots: '12-10', commune: '12-25' },
});

export function roundOf({ levels }: BallotForm, year: number): DemoRound {
  return levels.some(({ id }) => id === 'high') ? confidence : rating(year);
}

/** The first such day that is not before another. */
function nextOn(monthAndDay: string, from: string): string {
  const year = Number(from.slice(0, 4));
  return [`${year}-${monthAndDay}`, `${year + 1}-${monthAndDay}`].find((day) => day >= from) ?? from;
}

/** The superior's office drafts and issues the plan under which the vote is held. */
export async function issueRoundPlan(
  office: Member,
  issuerId: CommitteeId,
  form: BallotForm,
  { number, today }: { readonly number: string; readonly today: string },
): Promise<PlanId> {
  const { deadlines, ...words } = roundOf(form, Number(today.slice(0, 4)));
  const body: z.input<typeof planBody> = {
    ...words,
    number,
    date: today,
    term: '2025–2030',
    formId: form.id,
    deadlines: Object.entries(deadlines).map(([rank, day]) => ({ rank, by: nextOn(day, today) })),
  };
  const { id } = granted(await call(office.connection, createPlan, { params: { committeeId: issuerId }, body }));
  granted(await call(office.connection, issuePlan, { params: { committeeId: issuerId, planId: id } }));
  return id;
}
