import { checkChain as check } from '../../record/check-chain.ts';
import type { Handler } from '../jobs.ts';
import { recordsBeside } from './stores-beside.ts';

export const checkChain: Handler<'checkChain'> = async ({ store, record }) => {
  const records = await recordsBeside(store);
  try {
    return await check(records, record);
  } finally {
    await records.close();
  }
};
