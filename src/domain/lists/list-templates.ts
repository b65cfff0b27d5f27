/** The kinds of lists that are taken from a spreadsheet; each has a template to be filled in. */
export const listKinds = ['province', 'roster', 'delegates', 'participants', 'targets'] as const;
export type ListKind = (typeof listKinds)[number];
