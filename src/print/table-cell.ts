/**
 * A cell of a table that becomes a file: text, a whole number, a percentage with two decimals and a point, or an ISO day.
 */
export type TableCell = string | number | { readonly percent: string } | { readonly day: string };
