import PDFDocument from 'pdfkit';
import { findUnprintable, writeOutUnprintable } from '../domain/text/printable.ts';
import { A4 } from './document-layout.ts';
import type { Face, Fonts } from './fonts.ts';
import { markedFont } from './marked-font.ts';

/** The pages being drawn. `pdfkit` resolves to a build without `fs` wherever the `node` condition is not set. */
export type Pages = PDFKit.PDFDocument;

/** How a text is set; sizes in points. */
export interface TextStyle {
  readonly size: number;
  readonly face?: Face;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly colour?: string;
  readonly indent?: number;
  readonly spacing?: number;
}

/** Where a text goes: its top left corner and the width it may fill. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a reader shows about a document. `createdAt` is an argument: equal input gives equal bytes. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly language: 'vi' | 'en';
  readonly createdAt: Date;
  /** Whether finished pages are kept, to draw on them once more: page numbers need the number of pages. */
  readonly revisit?: boolean;
  /**
   * Whether a letter that no face prints is an error: a ballot is never printed with it. Elsewhere it is written out by
   * its code points: minutes must be had whatever was entered before such letters were refused.
   */
  readonly isExact?: boolean;
}

const exactPages = new WeakSet<Pages>();

/** Begins a document without pages; margins are zero, so that nothing ever breaks a page by itself. */
export function openPages(fonts: Fonts, info: DocumentInfo): Pages {
  const pages = new PDFDocument({
    size: [A4.width, A4.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: info.revisit ?? false,
    // No first face: pdfkit would load its built-in Helvetica, which has no Vietnamese.
    font: '',
    lang: info.language === 'vi' ? 'vi-VN' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: info.title.normalize('NFC'),
      Author: info.author.normalize('NFC'),
      Creator: 'phieu-tin-nhiem',
      Producer: 'phieu-tin-nhiem',
      CreationDate: info.createdAt,
      ModDate: info.createdAt,
    },
  });
  if (info.isExact) exactPages.add(pages);
  for (const face of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
    // pdfkit takes an open font, which its types do not say.
    pages.registerFont(face, markedFont(fonts[face] ?? fonts.bold) as unknown as PDFKit.Mixins.PDFFontSource);
  }
  return pages;
}

/** Ends the document and returns its bytes. */
export function closePages(pages: Pages): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pages.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pages.on('error', reject);
    pages.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.byteLength;
      }
      resolve(bytes);
    });
    pages.end();
  });
}

function options(width: number, style: TextStyle) {
  return {
    width,
    align: style.align ?? 'left',
    indent: style.indent ?? 0,
    lineGap: style.size * 0.08,
    characterSpacing: style.spacing ?? 0,
  };
}

function choose(pages: Pages, style: TextStyle): Pages {
  return pages.font(style.face ?? 'regular').fontSize(style.size);
}

/**
 * The text as it is set: letters composed, tabs as blanks.
 * @throws on a ballot, where a face would print a box instead: its names were checked when they were frozen
 */
function settable(pages: Pages, content: string): string {
  const letter = findUnprintable(content);
  if (letter !== undefined && exactPages.has(pages)) throw new RangeError(`no face prints "${letter}" in "${content}"`);
  const text = letter === undefined ? content : writeOutUnprintable(content);
  return text.normalize('NFC').replaceAll('\t', '    ');
}

/** The height a text takes in this width, in points. */
export function textHeight(pages: Pages, content: string, width: number, style: TextStyle): number {
  return content === '' ? 0 : choose(pages, style).heightOfString(settable(pages, content), options(width, style));
}

/** The width of a text on one line, in points. */
export function textWidth(pages: Pages, content: string, style: TextStyle): number {
  return choose(pages, style).widthOfString(settable(pages, content), { characterSpacing: style.spacing ?? 0 });
}

/** Draws a text, wrapped to its area, and returns the y below it. */
export function drawText(pages: Pages, content: string, area: Area, style: TextStyle): number {
  if (content === '') return area.y;
  choose(pages, style)
    .fillColor(style.colour ?? '#000000')
    .text(settable(pages, content), area.x, area.y, options(area.width, style));
  return pages.y;
}

/** Draws a straight line; `dash` in points makes it broken. */
export function drawLine(
  pages: Pages,
  from: readonly [number, number],
  to: readonly [number, number],
  pen: { readonly width?: number; readonly colour?: string; readonly dash?: number } = {},
): void {
  pages.save();
  if (pen.dash !== undefined) pages.dash(pen.dash, { space: pen.dash });
  pages
    .lineWidth(pen.width ?? 0.75)
    .strokeColor(pen.colour ?? '#000000')
    .moveTo(from[0], from[1])
    .lineTo(to[0], to[1])
    .stroke()
    .restore();
}
