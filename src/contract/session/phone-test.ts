import * as z from 'zod/mini';
import { phoneSeenView, sessionParams } from '../kit/session-values.ts';
import { operation } from '../operation.ts';

const ofSession = { tag: 'Sessions', params: sessionParams } as const;

export const readPhoneTest = operation({
  ...ofSession,
  id: 'readPhoneTest',
  method: 'GET',
  path: '/api/sessions/:sessionId/phone-test',
  summary: {
    vi: 'Mã thử điện thoại, và địa chỉ mà điện thoại đã mở được',
    en: 'What the codes for testing a phone say, and which addresses phones have opened',
  },
  access: ['chair', 'office'],
  replies: {
    200: z
      .object({
        readKey: z.string(),
        /** Addresses of the voting page, without fragment: where printed papers lead, then where received ones do. */
        votingAddresses: z.array(z.url()).check(z.minLength(1), z.maxLength(2)),
        seen: z.array(phoneSeenView),
      })
      .register(z.globalRegistry, { id: 'PhoneTest' }),
  },
  refusals: [],
});

/** Asked by the voting page, once it was opened by a code or a link: it says nothing about the paper. */
export const reportPhone = operation({
  ...ofSession,
  id: 'reportPhone',
  method: 'POST',
  path: '/api/sessions/:sessionId/phone-test',
  summary: {
    vi: 'Báo điện thoại này đã mở được địa chỉ của đợt',
    en: 'Say that this phone has opened the address of the session; nothing is kept of when, which phone or which paper',
  },
  access: ['read-key'],
  body: z.strictObject({ by: z.enum(['test', 'paper']) }),
  replies: {
    200: z
      .object({
        /** `this-computer`: asked from the service's own machine, which proves nothing; `elsewhere`: no paper leads here. */
        came: z.enum(['phone', 'this-computer', 'elsewhere']),
      })
      .register(z.globalRegistry, { id: 'PhoneReported' }),
  },
  refusals: [],
  quiet: true,
  plain: true,
});

export const phoneTestOperations = [readPhoneTest, reportPhone] as const;
