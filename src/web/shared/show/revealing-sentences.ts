import type { LocalText } from '../../../domain/text/local-text.ts';

export const revealingSentences = {
  warnTitle: { vi: 'Con số để lộ lá phiếu', en: 'Totals that give votes away' },
  warnPurpose: {
    vi: 'Với những trường hợp sau, chính kết quả cho biết từng người bỏ phiếu đã ghi gì. Đề nghị đồng chí cân nhắc khi phổ biến.',
    en: 'For the following the result itself tells what single voters marked. Please consider this when passing it on.',
  },
  unanimous: { vi: '{name}: mọi lá phiếu như nhau.', en: '{name}: all ballots say the same.' },
  allButOne: {
    vi: '{name}: mọi lá phiếu như nhau, trừ một; ai bỏ lá phiếu ấy thì biết tất cả các lá khác.',
    en: '{name}: all ballots but one say the same; whoever cast that one knows all the others.',
  },
  oneLevelOnly: {
    vi: '{name}: mọi lá phiếu hợp lệ đều như nhau.',
    en: '{name}: all valid ballots say the same.',
  },
} as const satisfies Record<string, LocalText>;
