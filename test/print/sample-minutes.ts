import { computeOutcome } from '../../src/domain/result/outcome.ts';
import type { MinutesData } from '../../src/print/minutes-data.ts';
import { sampleForm, sampleHead, sampleSubjects } from './sample.ts';

/** Minutes of a count with the given number of subjects; the second subject has more than half low. */
export const sampleMinutes = (subjects: number, formId = 'qd-96-2023'): MinutesData => {
  const form = sampleForm(formId);
  const collected = 47;
  const totals = Array.from({ length: subjects }, (_, index) => {
    const low = index === 1 ? 25 : index % 4;
    const middle = index === 1 ? 12 : 8 + (index % 5);
    const unmarked = 2 + (index % 3);
    const further = form.levels.slice(3).map(() => 1);
    return [collected - unmarked - middle - low - further.length, middle, low, ...further];
  });
  const computed = computeOutcome(form, { totals, collected, rollSize: 52 });
  if (!computed.ok) throw new Error(computed.refusal);
  const { outcome } = computed;
  const people = sampleSubjects(subjects);
  return {
    language: 'vi',
    createdAt: new Date('2026-12-05T04:00:00Z'),
    head: { ...sampleHead, layout: form.documentLayout, number: '12-BB/ĐU' },
    title: form.wording.minutesTitle.vi,
    abstract: `${form.wording.minutesAbstract.vi} ${form.wording.ballotAbstract.vi} Ban Chấp hành Đảng bộ xã Thạnh Phú`,
    citation: form.citation.vi,
    sessionTitle: 'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ 8, nhiệm kỳ 2025 - 2030',
    venue: 'Hội trường Đảng ủy xã Thạnh Phú',
    startedAt: { day: '2026-12-05', time: '08:05' },
    endedAt: { day: '2026-12-05', time: '10:40' },
    convenedBy: 'Ban Thường vụ Đảng ủy xã Thạnh Phú',
    chair: { name: 'Nguyễn Thị Mỹ Hạnh', role: 'Bí thư Đảng ủy' },
    tellers: [
      { name: 'Phan Thị Kiều Oanh', role: 'Trưởng ban' },
      { name: 'Lâm Quốc Việt', role: 'Thành viên' },
      { name: 'Tô Hoàng Khải', role: 'Thành viên' },
    ],
    attendance: { summoned: 52, present: 49, absent: 3 },
    ballots: { issued: 49, collected, valid: 46, invalid: 1 },
    invalidReasons: [{ reason: form.invalidSheetReasons[1]?.label.vi ?? '', count: 1 }],
    ledger: { printed: 60, handedOut: 31, unused: 27, void: 2, onPhones: 18, notReturned: 2 },
    levels: form.levels.map(({ id, label }) => ({ id, label: label.vi })),
    subjectHeading: 'Họ và tên, chức vụ',
    levelsHeading: form.wording.levels.vi,
    base: { label: form.wording.base.vi, value: outcome.base.value },
    subjects: outcome.subjects.map((subject, index) => {
      const rule = form.tiers.find(({ tier }) => tier === subject.tier);
      const place = form.levels.findIndex(({ id }) => id === rule?.level);
      const levelCount = subject.levels[place];
      return {
        name: people[index]?.name ?? '',
        position: people[index]?.position ?? '',
        issued: 49,
        collected: subject.collected,
        valid: subject.valid,
        invalid: subject.invalid,
        levels: subject.levels,
        tier:
          rule === undefined || levelCount === undefined
            ? null
            : {
                tier: rule.tier,
                level: form.levels[place]?.label.vi ?? '',
                levelCount,
                article: rule.article.vi,
                consequence: rule.consequence.vi,
              },
      };
    }),
    noTier: form.tiers.length === 0 ? null : form.wording.noTier.vi,
    remarks: [
      'Một phiếu in bị mất cuống được thay theo quyết định chung của chủ trì hội nghị và hai thành viên ban kiểm phiếu: Nguyễn Thị Mỹ Hạnh, Phan Thị Kiều Oanh, Lâm Quốc Việt.',
    ],
    missingTellers: ['Tô Hoàng Khải'],
    record: {
      uuid: 'ZUm6uKgXJZeJDzM4ieu6X1',
      fingerprint: 'e4sfuQZXoOtEbrVZVB2Lr3ttM9JaVWA3mtQF5wDhW9U',
      head: '5b0c2ad7b9bdf1e1d4dd7d30b09b3cdbd1d8e0a4cf1b5b1b2f7dcdfb32e97a5e',
      height: 57,
      supplementHash: 'a3b5f9d2c18e4f7090817263544a5b6c7d8e9fa0b1c2d3e4f5061728394a5b6c',
    },
    recipients: [
      'Ban Thường vụ Tỉnh ủy Vĩnh Long (để báo cáo)',
      'Các đồng chí Ủy viên Ban Chấp hành',
      'Lưu Văn phòng Đảng ủy',
    ],
  };
};
