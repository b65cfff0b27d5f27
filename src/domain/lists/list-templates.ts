import type { LocalText } from '../text/local-text.ts';

/** The kinds of lists that are taken from a spreadsheet; each has a template to be filled in. */
export const listKinds = ['province', 'roster', 'delegates', 'participants', 'targets'] as const;
export type ListKind = (typeof listKinds)[number];

/** Stands before a template's examples, in the column of running numbers; a line that says so is never read. */
export const exampleMark: LocalText = { vi: 'Ví dụ', en: 'Example' };

/** The worksheet of a template that explains its columns; it never holds a list. */
export const guideWorksheet: LocalText = { vi: 'Hướng dẫn', en: 'Guide' };
