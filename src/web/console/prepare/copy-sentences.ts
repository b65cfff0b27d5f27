import type { LocalText } from '../../../domain/text/local-text.ts';

/** Of copying an earlier session. */
export const copySentences = {
  copyFrom: { vi: 'Chép từ đợt trước', en: 'Copy from an earlier session' },
  copyFromHint: {
    vi: 'Địa điểm, cơ quan triệu tập và mẫu phiếu được điền sẵn vào ô còn trống. Không bao giờ chép phiếu, khóa, kết quả, ngày họp.',
    en: 'Place, convening body and form fill fields that are empty. Papers, keys, results and days are never copied.',
  },
  copyNothing: { vi: 'Không chép', en: 'Copy nothing' },
  copyWhat: { vi: 'Chép những gì', en: 'What to copy' },
  copyTellers: { vi: 'Ban kiểm phiếu', en: 'Tellers' },
  copyParticipants: { vi: 'Người được triệu tập thêm', en: 'Those who were summoned beside the seat holders' },
  copyBriefing: {
    vi: 'Nội dung quán triệt, để bí thư xem lại',
    en: 'The briefing’s text, for the secretary to go over',
  },
  copyConferenceDossiers: { vi: 'Tài liệu của hội nghị', en: 'Dossiers of the conference' },
  copyPersonalDossiers: { vi: 'Tài liệu của từng người', en: 'Dossiers of persons' },
  copyPersonalDossiersHint: {
    vi: 'Bản kiểm điểm của kỳ trước thường không còn dùng được. Chỉ chép cho người vẫn được lấy phiếu kỳ này.',
    en: 'A review of an earlier period is seldom right for this one. Copied only for those who are voted on again.',
  },
  copyDone: {
    vi: 'Đã lập đợt và chép từ đợt trước. Những mục sau không được chép:',
    en: 'The session is drawn up, with what was copied. These were left out:',
  },
  copyGoOn: { vi: 'Tới đợt vừa lập', en: 'Go to the session' },
  copiedTeller: { vi: 'Kiểm phiếu', en: 'Teller' },
  copiedParticipant: { vi: 'Người được triệu tập', en: 'Participant' },
  copiedDossier: { vi: 'Tài liệu', en: 'Dossier' },
  notCopiedLeft: {
    vi: '{what}: {name} – không còn giữ vị trí cấp ủy viên nào vào ngày họp.',
    en: '{what}: {name} – holds no seat any more on the day of the conference.',
  },
  notCopiedSubject: {
    vi: '{what}: {name} – là người được lấy phiếu kỳ này.',
    en: '{what}: {name} – is voted on this time.',
  },
  notCopiedByName: {
    vi: '{what}: {name} – trước đây chỉ ghi tên, phải nhập lại.',
    en: '{what}: {name} – was entered by name only, and has to be entered anew.',
  },
  notCopiedNotVotedOn: {
    vi: '{what}: {name} – người này không được lấy phiếu kỳ này.',
    en: '{what}: {name} – is about nobody who is voted on this time.',
  },
  notCopiedFull: { vi: '{what}: {name} – đã đủ số lượng.', en: '{what}: {name} – there is room for no more.' },
} as const satisfies Record<string, LocalText>;
