import { z } from 'zod';
import { operation } from './operation.ts';

const tag = 'Service';

export const readServiceState = operation({
  id: 'readServiceState',
  method: 'GET',
  path: '/api/service',
  tag,
  summary: {
    vi: 'Xem dịch vụ có ghi được dữ liệu không',
    en: 'See whether the service can store what it is given',
  },
  access: ['signed-in'],
  replies: {
    200: z
      .object({
        /** What the last change met: `full` where nothing is stored until there is room. */
        storage: z.enum(['fine', 'full', 'failing']),
        /** What a page says of it; null where all is well. */
        note: z.object({ vi: z.string(), en: z.string() }).nullable(),
      })
      .meta({ id: 'ServiceState' }),
  },
  refusals: [],
});

export const serviceOperations = [readServiceState];
