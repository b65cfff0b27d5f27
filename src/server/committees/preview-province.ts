import type { z } from 'zod';
import type * as contract from '../../contract/committee/province.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { PreviewAnswer } from '../workers/office/province-work.ts';

/** In a worker, as it is imported. */
export async function previewProvince(
  { store, pool, clock }: Deps,
  file: Uint8Array,
  { on, missing, capitals }: z.infer<typeof contract.previewProvince.query>,
): Promise<PreviewAnswer> {
  const work = { file, on, missing, capitals, today: localDay(clock()) };
  return pool.run('previewProvince', { store: store.address, work });
}
