import * as z from 'zod/mini';
import { signInId } from '../../domain/account/account.ts';
import { operation } from '../operation.ts';
import { accountView, newPassword } from './accounts.ts';

const mine = { tag: 'My account', access: ['signed-in'] } as const;
const code = z.string().check(z.trim(), z.minLength(6), z.maxLength(40));

export const changePassword = operation({
  ...mine,
  id: 'changePassword',
  method: 'PUT',
  path: '/api/me/password',
  summary: { vi: 'Đổi mật khẩu; các nơi đăng nhập khác kết thúc', en: 'Change the password; other sign-ins end' },
  body: z.strictObject({ current: z.string().check(z.maxLength(200)), next: newPassword }),
  replies: { 204: z.undefined() },
  refusals: ['wrong-password', 'sign-in-locked', 'weak-password'],
});

export const beginSecondFactor = operation({
  ...mine,
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/api/me/second-factor',
  summary: {
    vi: 'Lấy khóa cho ứng dụng xác thực; có hiệu lực sau mã đầu tiên',
    en: 'Get the secret for an authenticator app; in force after its first code',
  },
  body: z.strictObject({ password: z.string().check(z.maxLength(200)) }),
  replies: {
    201: z.object({
      /** Base32, to be typed where the QR code cannot be scanned. */
      secret: z.string(),
      /** `otpauth://totp/…`, shown as QR code. */
      uri: z.string(),
    }),
  },
  refusals: ['second-factor-on', 'wrong-password', 'sign-in-locked'],
});

export const confirmSecondFactor = operation({
  ...mine,
  id: 'confirmSecondFactor',
  method: 'PUT',
  path: '/api/me/second-factor',
  summary: {
    vi: 'Bật xác thực hai bước bằng mã đầu tiên; nhận mã dự phòng',
    en: 'Turn the second factor on with its first code; gives the recovery codes',
  },
  body: z.strictObject({ code }),
  replies: { 200: z.object({ recoveryCodes: z.array(z.string()), account: accountView }) },
  refusals: ['no-second-factor', 'second-factor-on', 'wrong-code', 'sign-in-locked'],
});

export const removeSecondFactor = operation({
  ...mine,
  id: 'removeSecondFactor',
  method: 'DELETE',
  path: '/api/me/second-factor',
  summary: { vi: 'Tắt xác thực hai bước', en: 'Turn the second factor off' },
  body: z.strictObject({ password: z.string().check(z.maxLength(200)), code }),
  replies: { 200: accountView },
  refusals: ['no-second-factor', 'wrong-password', 'sign-in-locked', 'wrong-code'],
});

const signInView = z
  .object({
    id: signInId,
    /** Browser and system; null for another program. */
    device: z.nullable(z.string()),
    begunOn: z.iso.date(),
    lastUsedOn: z.iso.date(),
    /** The one that asks. */
    isThis: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'SignIn' });

export const listSignIns = operation({
  ...mine,
  id: 'listSignIns',
  method: 'GET',
  path: '/api/me/sign-ins',
  summary: { vi: 'Các nơi tài khoản đang đăng nhập', en: 'Where the account is signed in' },
  replies: { 200: z.array(signInView) },
  refusals: [],
});

export const signOutEverywhere = operation({
  ...mine,
  id: 'signOutEverywhere',
  method: 'DELETE',
  path: '/api/me/sign-ins',
  audit: 'own',
  summary: { vi: 'Đăng xuất khỏi mọi nơi, kể cả nơi này', en: 'Sign out everywhere, here too' },
  replies: { 204: z.undefined() },
  refusals: [],
});

export const myAccountOperations = [
  changePassword,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  listSignIns,
  signOutEverywhere,
] as const;
