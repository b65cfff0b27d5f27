/** A cell of a table that becomes a file: text, a whole number, or a percentage with two decimals and a point. */
export type TableCell = string | number | { readonly percent: string };
