/** What is read where a column's text is no JSON: one such row must not keep all the others from being read. */
export const notJson = Symbol('not JSON');

export function requireJson(...values: readonly unknown[]): void {
  if (values.includes(notJson)) throw new SyntaxError('a column does not hold JSON');
}
