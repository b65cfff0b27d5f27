import type { LocalText } from '../../../domain/text/local-text.ts';

export const clockSentences = {
  clockMoved: {
    vi: 'Đồng hồ của máy chủ đã bị chỉnh {minutes} phút (lúc {time}). Việc bỏ phiếu và kiểm phiếu không bị ảnh hưởng; giờ ghi trong biên bản và nhật ký có thể lệch.',
    en: 'The clock of the server was set by {minutes} {minutes|minute|minutes} (at {time}). Voting and counting are not affected; times in minutes and log may be off.',
  },
} satisfies Record<string, LocalText>;
