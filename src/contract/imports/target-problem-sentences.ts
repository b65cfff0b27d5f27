import type { TargetProblemCode } from '../../domain/half-term/read-targets.ts';
import type { LocalText } from '../../domain/text/local-text.ts';

export const targetProblemTexts: Readonly<Record<TargetProblemCode, LocalText>> = {
  'no-header': {
    vi: 'Không thấy dòng tiêu đề có cột “Chỉ tiêu” và “Mục tiêu nghị quyết”.',
    en: 'There is no line of titles with the columns “Name” and “Target”.',
  },
  'name-missing': { vi: 'Thiếu tên chỉ tiêu.', en: 'The target has no name.' },
  'name-twice': { vi: 'Chỉ tiêu này đã có ở một dòng trên.', en: 'This target stands on an earlier line already.' },
  'too-long': { vi: 'Nội dung quá dài.', en: 'The text is too long.' },
  'target-missing': { vi: 'Thiếu mục tiêu.', en: 'The target’s number is missing.' },
  'not-a-number': {
    vi: 'Không phải là số, hoặc không rõ dấu chấm, dấu phẩy là hàng nghìn hay thập phân.',
    en: 'This is no number, or it is not clear whether its point or comma parts thousands or decimals.',
  },
  'unknown-direction': {
    vi: 'Chỉ ghi “Từ mức này trở lên” hoặc “Không vượt quá”.',
    en: 'Write “At least” or “At most”.',
  },
  'too-many-targets': { vi: 'Có quá nhiều chỉ tiêu (tối đa 300).', en: 'There are too many targets (300 at most).' },
};
