import { accept } from '../../domain/ruling.ts';

/**
 * The name under which a browser keeps an answer as a file (RFC 6266), in ASCII and without quotes, as `fileName` makes
 * it. There is no `filename*` beside it: browsers would prefer its diacritics.
 */
export function attachedAs(name: string) {
  return { 'content-disposition': `attachment; filename="${name}"` };
}

/** A file that a browser shows by itself, with the name under which it keeps it if asked to. */
export function shownFile<Bytes extends Uint8Array>(bytes: Bytes, name: string) {
  return { ...accept(bytes), headers: { 'content-disposition': `inline; filename="${name}"` } };
}

/** A file as an answer, with the name under which a browser keeps it. */
export function attachment<Bytes extends Uint8Array | AsyncGenerator<Uint8Array, void>>(bytes: Bytes, name: string) {
  return { ...accept(bytes), headers: attachedAs(name) };
}
