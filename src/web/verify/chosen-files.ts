/** A record with what stands beside it, as somebody has chosen the files. */
export interface ChosenFiles {
  readonly name: string;
  readonly record: Uint8Array;
  readonly supplement?: Uint8Array;
  readonly supplementName?: string;
  readonly hints?: Uint8Array;
}

/**
 * Tells record and supplement apart by what is in them, whatever they are called: a supplement is JSON. Hints are
 * told by their name, since they begin with anything. Whatever else is there is taken as a record, so that the verifier
 * itself says what is wrong with it.
 */
export async function sortFiles(files: readonly File[]): Promise<ChosenFiles | 'noRecord' | 'severalFiles'> {
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const hints = read.filter(({ name }) => name.endsWith('.hints'));
  const others = read.filter((one) => !hints.includes(one));
  const supplements = others.filter(({ bytes }) => bytes[0] === '{'.charCodeAt(0));
  const records = others.filter((one) => !supplements.includes(one));
  const [[record], [supplement], [hint]] = [records, supplements, hints];
  if (record === undefined) return 'noRecord';
  if ([records, supplements, hints].some(({ length }) => length > 1)) return 'severalFiles';
  return {
    name: record.name,
    record: record.bytes,
    ...(supplement && { supplement: supplement.bytes, supplementName: supplement.name }),
    ...(hint && { hints: hint.bytes }),
  };
}
