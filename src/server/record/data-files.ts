import { utf8Text } from '../../protocol/encoding/utf8.ts';
import { readRecordFile } from '../../protocol/record/record-file.ts';
import type { RecordPart } from '../store/session-store.ts';

/** The data files of one part, as texts in their order: a setup's are election, trustees, credentials, setup data. */
export function dataFiles({ bytes }: RecordPart): readonly string[] {
  const texts: string[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const file = readRecordFile(bytes, offset, undefined);
    const text = file.ok ? utf8Text(file.value.content) : undefined;
    if (!file.ok || text === undefined) throw new TypeError('a part that appendPart did not make');
    if (file.value.name.endsWith('.data.json')) texts.push(text);
    offset = file.value.end;
  }
  return texts;
}
