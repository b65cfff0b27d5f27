import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/results/results.ts';
import { refuse } from '../../domain/ruling.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { shownFile } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { fileOf } from '../meeting/file-of.ts';
import { AlteredSession } from '../store/session-locks.ts';
import { findResult } from './find-result.ts';
import { signedMinutesId } from './publish.ts';

/** The scan as it was attached when the result was published; throws for another one. */
export async function readSignedMinutes(deps: Deps, { params, held }: Call<typeof contract.readSignedMinutes>) {
  const result = await findResult(deps, params.sessionId, held);
  if (!result.ok) return result;
  const { id, publication } = result.value.state.session;
  const scan = await deps.store.documents.read(id, signedMinutesId);
  const published = publication?.signedMinutesHash;
  if (published !== undefined && (scan === undefined || sha256Hex(scan.bytes) !== published)) {
    const altered = new AlteredSession(id, 'its signed minutes are not those that it was published with');
    deps.store.locks.report(altered);
    throw altered;
  }
  if (scan === undefined) return refuse('signed-minutes-missing');
  const of = fileOf(result.value.state.session);
  return shownFile(scan.bytes, fileName({ kind: fileKinds.signedMinutes, ...of, ending: 'pdf' }));
}
