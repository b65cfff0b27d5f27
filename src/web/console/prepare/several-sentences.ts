import type { LocalText } from '../../../domain/text/local-text.ts';

/** Of many dossiers at once. */
export const severalSentences = {
  severalTitle: { vi: 'Gửi nhiều tệp cùng lúc', en: 'Add several files at once' },
  severalFiles: { vi: 'Các tệp (PDF)', en: 'Files (PDF)' },
  severalFilesHint: {
    vi: 'Tên tệp có họ tên người được lấy phiếu, có dấu hoặc không dấu, thì tài liệu được xếp cho người đó. Xem lại rồi mới gửi.',
    en: 'A file whose name holds a subject’s full name, with or without diacritics, is put beside that person. Look it over before anything is sent.',
  },
  severalTitleOf: { vi: 'Tên gửi đi của tệp {file}', en: 'Sent title of the file {file}' },
  severalAboutOf: { vi: 'Tệp {file} là về ai', en: 'Whom the file {file} is about' },
  severalChoose: { vi: '– Chọn –', en: '– Choose –' },
  severalUnmatched: { vi: 'Không thấy họ tên ai trong tên tệp.', en: 'Nobody’s name stands in the file’s name.' },
  severalNamesakes: {
    vi: 'Tên tệp hợp với {count} người. Hãy chọn.',
    en: 'The file’s name fits several people ({count}). Choose one.',
  },
  severalThere: { vi: 'Đã có tài liệu cùng tên.', en: 'A dossier of this title is there already.' },
  severalSent: { vi: 'Đã gửi.', en: 'Sent.' },
  severalUndecided: {
    vi: '{count} tệp chưa có tên gửi đi hoặc chưa rõ về ai, sẽ không được gửi.',
    en: 'Not sent, for want of a title or of whom it is about: {count} {count|file|files}.',
  },
  severalSend: { vi: 'Gửi {count} tệp', en: 'Send {count} {count|file|files}' },
  severalSending: { vi: 'Đang gửi các tệp', en: 'Sending the files' },
  severalResult: {
    vi: 'Đã gửi {sent} tệp; {failed} tệp không gửi được, lý do ghi ở từng tệp.',
    en: '{sent} {sent|file was|files were} sent; {failed} {failed|was|were} not, for the reason that stands beside each.',
  },
  severalAllSent: { vi: 'Đã gửi {sent} tệp.', en: '{sent} {sent|file was|files were} sent.' },
} as const satisfies Record<string, LocalText>;
