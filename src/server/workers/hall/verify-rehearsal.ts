import { utf8Bytes } from '../../../protocol/encoding/utf8.ts';
import { verifyRecord as verify } from '../../../protocol/verify/verify-record.ts';
import { ballotGroup } from '../../arithmetic/ballot-group.ts';
import type { RecordToVerify, RecordVerdict } from '../jobs.ts';

/** A record whole, V1–V10, as anybody with a verifier would check it. */
export async function verifyRehearsal({ record, uuid, supplement, final }: RecordToVerify): Promise<RecordVerdict> {
  const report = await verify(record, {
    group: ballotGroup,
    uuid,
    final: final ?? false,
    ...(supplement === undefined ? {} : { supplement: utf8Bytes(supplement) }),
  });
  if (report.ok) return { ok: true };
  if (report.failure === undefined) throw new TypeError('the verifier refused without a reason');
  return { ok: false, failure: report.failure };
}
