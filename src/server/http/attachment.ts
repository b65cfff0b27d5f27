import { accept } from '../../domain/ruling.ts';

/** A file as an answer, with the name under which a browser keeps it. */
export function attachment<Bytes extends Uint8Array | AsyncGenerator<Uint8Array, void>>(bytes: Bytes, name: string) {
  return { ...accept(bytes), headers: { 'content-disposition': `attachment; filename="${name}"` } };
}
