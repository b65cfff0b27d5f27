import { checkChain as check } from '../../record/check-chain.ts';
import type { Handler } from '../jobs.ts';
import { recordsBeside } from './stores-beside.ts';

export const checkChain: Handler<'checkChain'> = async ({ store, electionId }) => {
  const records = await recordsBeside(store);
  try {
    return await check(records, electionId);
  } finally {
    await records.close();
  }
};
