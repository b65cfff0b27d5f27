import { accountOperations } from './accounts.ts';
import type { Operation } from './operation.ts';

/**
 * Every operation of the API. The server refuses to start with a route that is not here; the API description and the
 * permission table are made from it.
 */
export const operations: readonly Operation[] = [...accountOperations];
