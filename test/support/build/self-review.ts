import { closePages, openPages } from '../../../src/print/pages.ts';
import { loadFonts } from '../../../src/server/kit/fonts.ts';

/** A dossier as an office writes it: some pages with words in them. */
export async function aSelfReview(count = 2): Promise<Uint8Array> {
  const about = { title: 'Bản tự kiểm điểm', author: 'Văn phòng', language: 'vi', createdAt: new Date(0) } as const;
  const pages = openPages(await loadFonts(), about);
  for (let page = 1; page <= count; page++) {
    pages.addPage().font('regular').fontSize(13).text(`Bản tự kiểm điểm của đồng chí, trang ${page}`, 60, 70);
    for (let line = 0; line < 30; line++) pages.text('Về phẩm chất chính trị, đạo đức, lối sống: giữ gìn, gương mẫu.');
  }
  return closePages(pages);
}
