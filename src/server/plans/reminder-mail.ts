import { counted } from '../../domain/text/fill-places.ts';
import type { Mail } from '../mail/mailer.ts';
import type { Obligation } from './obligations.ts';

/** An ISO day as papers write it: 31/3/2027. */
function written(day: string): string {
  return day.split('-').map(Number).reverse().join('/');
}

/** A reminder in both languages: the plan and its day, nothing of any vote. */
export function reminderMail(
  { plan: { provisions }, committee: { name }, deadline, standing }: Obligation,
  to: string,
  address: string | undefined,
): Mail {
  const days = Math.abs(standing.daysLeft ?? 0);
  const [due, title, number] = [written(standing.dueOn ?? deadline.by), provisions.title, provisions.number ?? ''];
  const task =
    standing.progress === 'tallied' ? { vi: 'báo cáo kết quả', en: 'report' } : { vi: 'lấy phiếu', en: 'vote' };
  const left = standing.late
    ? { vi: `quá hạn ${days} ngày`, en: `${counted(days, 'day')} late` }
    : { vi: `còn ${days} ngày`, en: `${counted(days, 'day')} left` };
  const link = address === undefined ? [] : [`${address}/plans`];
  return {
    to,
    subject: `[Nhắc việc] ${title}: ${left.vi}`,
    text: [
      `Kính gửi ${name},`,
      `Theo Kế hoạch số ${number} ngày ${written(provisions.date)} (${title}), hạn ${task.vi} của cấp ủy là ngày ${due}: ${left.vi}.`,
      'Thư này do hệ thống gửi tự động, đề nghị không trả lời.',
      '---',
      `To ${name}:`,
      `Under plan ${number} of ${written(provisions.date)} (${title}) the ${task.en} of the committee is due on ${due}: ${left.en}.`,
      'This message was sent automatically; please do not answer it.',
      ...link,
    ].join('\n\n'),
  };
}
