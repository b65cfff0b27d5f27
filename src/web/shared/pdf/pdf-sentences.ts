export const pdfSentences = {
  opening: { vi: 'Đang mở tài liệu…', en: 'Opening the document…' },
  pages: { vi: 'Tài liệu, {count} trang', en: 'Document, {count} {count|page|pages}' },
  page: { vi: 'Trang {number}/{of}', en: 'Page {number} of {of}' },
  smaller: { vi: 'Nhỏ hơn', en: 'Smaller' },
  larger: { vi: 'To hơn', en: 'Larger' },
} as const;
