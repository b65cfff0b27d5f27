import { accept, type Ruling, refuse } from '../../domain/ruling.ts';

/** What is wrong with an address that links are to begin with. */
export type PublicUrlRefusal =
  | 'public-url-invalid'
  | 'public-url-with-user'
  | 'public-url-with-path'
  | 'public-url-with-query'
  | 'public-url-with-fragment';

/** As a request's `Host` may name it, so that what is printed can also be asked for. */
const hostForm = /^(?:[\w.~-]{1,255}|\[[\da-f:.]{2,45}\])$/i;

/**
 * The address as browsers write it: lower case, without the usual port, without a slash at the end. What stands behind a
 * host would be lost on the way (papers, slips and mails add paths of their own), so it is refused.
 */
export function readPublicUrl(text: string): Ruling<string, PublicUrlRefusal> {
  // URL would forgive spaces, missing slashes and backslashes, and show another address than was typed.
  if (!/^https?:\/\/[^/]/i.test(text) || /[\s\\]/.test(text)) return refuse('public-url-invalid');
  if (text.includes('#')) return refuse('public-url-with-fragment');
  if (text.includes('?')) return refuse('public-url-with-query');
  if (text.includes('@')) return refuse('public-url-with-user');
  if (!URL.canParse(text)) return refuse('public-url-invalid');
  const { origin, hostname, port } = new URL(text);
  if (!hostForm.test(hostname) || port === '0') return refuse('public-url-invalid');
  if (!/^https?:\/\/[^/]+\/*$/i.test(text)) return refuse('public-url-with-path');
  return accept(origin);
}
