import { accept } from '../../domain/ruling.ts';

/** The name under which a browser keeps an answer as a file; letters of ASCII, without quotes. */
export function attachedAs(name: string) {
  return { 'content-disposition': `attachment; filename="${name}"` };
}

/** A file as an answer, with the name under which a browser keeps it. */
export function attachment<Bytes extends Uint8Array | AsyncGenerator<Uint8Array, void>>(bytes: Bytes, name: string) {
  return { ...accept(bytes), headers: attachedAs(name) };
}
