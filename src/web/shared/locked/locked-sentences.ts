import type { LocalText } from '../../../domain/text/local-text.ts';

export const lockedSentences = {
  lockedTitle: { vi: 'Đợt lấy phiếu bị khóa', en: 'Locked sessions' },
  lockedWhat: {
    vi: 'Dữ liệu đang lưu của các đợt dưới đây không còn đúng như phần mềm đã ghi: có người sửa, hoặc ổ đĩa hỏng. Không hiển thị gì của các đợt này nữa, số liệu tổng hợp không tính chúng và không ai làm được gì với chúng; các đợt khác vẫn bình thường.',
    en: 'What is kept of the sessions below is not what this service wrote: somebody altered it, or the disk is failing. Nothing of them is shown any more, totals leave them out, and nobody can do anything with them; all other sessions go on.',
  },
  lockedToDo: {
    vi: 'Hãy báo ngay người quản trị máy chủ kèm mã đợt. Không xóa gì: nhật ký của máy chủ ghi chỗ hỏng, và bản sao lưu đưa đợt trở lại. Đang họp thì giữ nguyên phiếu giấy và chờ.',
    en: 'Tell whoever runs the server at once, with the session’s code. Delete nothing: the server’s log says where the damage is, and a backup brings the session back. In the middle of a conference keep all sheets and wait.',
  },
  lockedOne: { vi: '{committee}, hội nghị ngày {date}', en: '{committee}, conference of {date}' },
  lockedCode: { vi: 'Mã đợt: {id}', en: 'Code: {id}' },
  lockedCommittee: { vi: 'Không rõ cấp ủy', en: 'Committee unknown' },
} as const satisfies Record<string, LocalText>;
