import { checkChain as check } from '../../record/check-chain.ts';
import { recordsBeside } from '../../store/sqlite/records-beside.ts';
import type { Handler } from '../jobs.ts';

export const checkChain: Handler<'checkChain'> = async ({ store, electionId }) => {
  const records = recordsBeside(store);
  try {
    return await check(records, electionId);
  } finally {
    records.close();
  }
};
