import { TakenBackMeanwhile } from '../store/taken-back-meanwhile.ts';
import type { CarriedError } from './serve-jobs.ts';

/** The error as it was thrown in the thread, as far as anybody asks. */
export function arrivedError({ error, name, code }: CarriedError): unknown {
  if (name === TakenBackMeanwhile.name) return new TakenBackMeanwhile();
  return error instanceof Error ? Object.assign(error, { name }, code === undefined ? {} : { code }) : error;
}
