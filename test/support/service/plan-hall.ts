import type { CommitteeId } from '../../../src/domain/committee/committee.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { accept } from '../../../src/domain/ruling.ts';
import type { SessionState } from '../../../src/domain/session/session.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { anIssuedPlan } from '../build/plans.ts';
import { numbers, theChair } from '../build/sessions.ts';
import { aPublishedSession, aSessionId, aStoredSession } from '../build/stored-sessions.ts';
import { aService, signedInAs, type TestService } from './service.ts';

type Headers = { readonly authorization: string };

/** A province that steers a round by a plan: its office, and that of a commune that goes first. */
export interface PlanHall {
  readonly service: TestService;
  readonly province: CommitteeId;
  readonly commune: CommitteeId;
  readonly plan: Plan;
  readonly provinceOffice: Headers;
  readonly communeChair: Headers;
}

const province = aCommittee(1, { name: 'Tỉnh ủy Sơn Bình', rank: 'province' });
const communes = ['Ba Chẽ', 'Đồng Tâm', 'Tân Lập', 'Vĩnh Thịnh', 'Hải Hòa'].map((name, index) =>
  aCommittee(index + 2, { name: `Đảng ủy xã ${name}`, superiorId: province.id }),
);
const cells = numbers(60).map((number) =>
  aCommittee(100 + number, {
    ...{ name: `Chi bộ thôn ${number}`, rank: 'cell' },
    superiorId: communes[number % communes.length]?.id ?? province.id,
  }),
);
const states: readonly SessionState[] = ['draft', 'open', 'tallied', 'published'];

export async function aPlanHall(environment: Record<string, string> = {}): Promise<PlanHall> {
  const service = await aService({ environment });
  const { store } = service.deps;
  for (const committee of [province, ...communes, ...cells]) {
    await store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  }
  await keepMembers(service);
  const plan = aRunningPlan();
  await store.plans.change(plan.issuerId, () => accept(plan));
  for (const [index, state] of states.entries()) {
    const committeeId = communes[index + 1]?.id ?? province.id;
    const where = { id: aSessionId(index + 1), committeeId, planId: plan.id };
    const make = state === 'published' ? aPublishedSession : aStoredSession;
    await store.sessions.create(make(index + 1, { ...where, state }));
  }
  const [commune = province] = communes;
  const office = { role: 'office', committeeId: province.id } as const;
  const chair = { role: 'chair', committeeId: commune.id } as const;
  return {
    ...{ service, province: province.id, commune: commune.id, plan },
    provinceOffice: await signedInAs(service, { personId: aPersonId(1), grants: [office] }),
    communeChair: await signedInAs(service, { personId: aPersonId(2), grants: [chair] }),
  };
}

async function keepMembers({ deps }: TestService): Promise<void> {
  const names = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hoàng Cường', 'Phạm Thị Dung'];
  const places = [province.id, communes[0]?.id ?? province.id, province.id, province.id];
  await deps.store.committees.importRoster(null, () => ({
    ok: true,
    people: names.map((fullName, index) => ({ id: aPersonId(index + 1), name: fullName, code: null, birthYear: null })),
    seats: names.map((_, index) => ({
      ...{ id: aSeatId(index + 1), committeeId: places[index] ?? province.id, personId: aPersonId(index + 1) },
      ...{ position: index === 0 ? 'Bí thư' : 'Ủy viên Ban Thường vụ', order: index + 1, from: null, to: null },
    })),
  }));
}

function aRunningPlan(): Plan {
  const [pilot, second] = communes;
  if (pilot === undefined || second === undefined) throw new Error('there are communes');
  const plan = anIssuedPlan(
    1,
    {
      ...{ title: 'Lấy phiếu tín nhiệm giữa nhiệm kỳ 2025–2030', date: '2026-10-05' },
      purpose:
        'Giúp cấp ủy và từng đồng chí cấp ủy viên thấy rõ mức độ tín nhiệm, phát huy ưu điểm, khắc phục hạn chế.',
      requirements: 'Khách quan, công tâm, đúng quy định.\nKhông để xảy ra vận động, lôi kéo.',
      deadlines: [
        { rank: 'commune', by: '2026-12-10', reportBy: '2026-12-20', conferenceDays: { minimum: 1, maximum: 1.5 } },
        { rank: 'cell', by: '2026-11-30', reportBy: null },
      ],
      pilots: [{ committeeId: pilot.id, by: '2026-12-04' }],
      steering: [{ personId: aPersonId(1), name: 'Nguyễn Văn An', role: 'Trưởng ban' }],
      attending: [{ committeeId: second.id, personId: aPersonId(3), name: 'Lê Hoàng Cường' }],
    },
    province,
  );
  const note = { id: 'note', committeeId: pilot.id, committeeName: pilot.name, by: theChair };
  const amendment = { by: theChair, at: '2026-10-20T02:00:00.000Z', number: '19-KH/TU', date: '2026-10-20' };
  const { purpose, requirements, deadlines, steering, attending, remindDays } = plan.provisions;
  return {
    ...plan,
    amendments: [
      {
        ...{ ...amendment, summary: 'Lùi hạn của cấp xã; chọn đơn vị làm điểm.' },
        before: {
          ...{ purpose, requirements, steering, attending, remindDays, pilots: [] },
          deadlines: deadlines.map((one) => (one.rank === 'commune' ? { ...one, by: '2026-12-05' } : one)),
        },
      },
    ],
    notes: [
      { ...note, at: '2026-11-20T03:00:00.000Z', text: 'Phát phiếu trước hai ngày, người bỏ phiếu đọc kỹ hồ sơ hơn.' },
    ],
  };
}
