import * as z from 'zod/mini';
import { accountId, roles } from '../../domain/account/account.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { personId } from '../../domain/roster/person.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { newId } from '../kit/session-values.ts';
import { accountName, exactBytes } from '../kit/text.ts';
import { operation } from '../operation.ts';

export const username = accountName(80);
/** Compared as typed, but composed: the same letters from another keyboard are the same password. */
export const newPassword = z.string().check(z.minLength(10), z.maxLength(200));
export const grant = z.object({ role: z.enum(roles), committeeId });

export const accountView = z
  .object({
    id: accountId,
    username: z.string(),
    personId: z.nullable(personId),
    administrator: z.boolean(),
    grants: z.array(grant),
    /** `on`: asked for at every sign-in. `needed`: without one the account's roles are not in force. */
    secondFactor: z.enum(['on', 'off', 'needed']),
  })
  .register(z.globalRegistry, { id: 'Account' });
export type AccountView = z.infer<typeof accountView>;

export const setUp = operation({
  id: 'setUp',
  method: 'POST',
  path: '/api/setup',
  tag: 'Accounts',
  summary: {
    vi: 'Tạo quản trị viên đầu tiên bằng liên kết một lần',
    en: 'Create the first administrator with the one-time link',
  },
  access: ['anyone'],
  body: z.strictObject({ token: exactBytes(z.string().check(z.maxLength(100))), username, password: newPassword }),
  replies: { 201: accountView },
  refusals: ['already-set-up', 'wrong-setup-link', 'weak-password'],
});

export const signIn = operation({
  id: 'signIn',
  audit: 'own',
  method: 'POST',
  path: '/api/sign-in',
  tag: 'Accounts',
  summary: { vi: 'Đăng nhập', en: 'Sign in: a cookie for browsers, the same token for other programs' },
  access: ['anyone'],
  body: z.strictObject({
    username: z.string().check(z.maxLength(200)),
    password: z.string().check(z.maxLength(200)),
    /** Of the authenticator app, or a recovery code; asked for by `second-factor-asked`. */
    code: z.optional(z.string().check(z.maxLength(40))),
  }),
  replies: { 200: z.object({ token: z.string(), expiresAt: z.iso.datetime(), account: accountView }) },
  refusals: ['wrong-sign-in', 'sign-in-locked', 'second-factor-asked', 'wrong-code'],
});

export const signOut = operation({
  id: 'signOut',
  audit: 'own',
  method: 'POST',
  path: '/api/sign-out',
  tag: 'Accounts',
  summary: { vi: 'Đăng xuất', en: 'Sign out: the token ends' },
  access: ['signed-in'],
  replies: { 204: z.undefined() },
  refusals: [],
});

export const readMe = operation({
  id: 'readMe',
  method: 'GET',
  path: '/api/me',
  tag: 'Accounts',
  summary: { vi: 'Tài khoản đang đăng nhập', en: 'The account that is signed in' },
  access: ['signed-in'],
  replies: { 200: accountView },
  refusals: [],
});

export const listedAccount = z
  .object({
    ...accountView.shape,
    name: z.nullable(z.string()),
    /** Until when failed sign-ins lock the name; null while it is open. */
    lockedUntil: z.nullable(z.iso.datetime()),
    /** User name of the account that stays, where this was a second one of the same person. */
    secondOf: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'ListedAccount' });
export type ListedAccount = z.infer<typeof listedAccount>;

export const listAccounts = operation({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  tag: 'Accounts',
  summary: {
    vi: 'Danh sách tài khoản; tìm theo tên đăng nhập hoặc họ tên, không cần dấu',
    en: 'Accounts, found by user name or by the name of the person, diacritics or not',
  },
  access: ['administrator'],
  query: z.object({ search: z._default(z.string().check(z.trim(), z.maxLength(100)), ''), ...partOfList }),
  /** By the names of their people; those of nobody last, by user name. */
  replies: { 200: listPart(listedAccount) },
  refusals: [],
});

export const createAccount = operation({
  id: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  tag: 'Accounts',
  summary: { vi: 'Tạo tài khoản', en: 'Create an account' },
  access: ['administrator'],
  body: z.strictObject({
    id: newId,
    username,
    password: newPassword,
    personId: z._default(z.nullable(personId), null),
    administrator: z._default(z.boolean(), false),
  }),
  replies: { 201: accountView },
  refusals: ['username-taken', 'unknown-person', 'has-account', 'weak-password', 'id-in-use', 'not-by-a-chair'],
});

const grantAddress = {
  path: '/api/accounts/:accountId/grants',
  tag: 'Accounts',
  access: ['administrator'],
  params: z.object({ accountId }),
  body: z.strictObject(grant.shape),
  replies: { 200: accountView },
  refusals: ['unknown-account', 'unknown-committee', 'own-role', 'committee-ended'],
} as const;

export const giveGrant = operation({
  ...grantAddress,
  id: 'giveGrant',
  method: 'PUT',
  summary: { vi: 'Giao vai trò ở một cấp ủy', en: 'Give a role in a committee' },
});

export const takeGrant = operation({
  ...grantAddress,
  id: 'takeGrant',
  method: 'DELETE',
  summary: { vi: 'Thôi vai trò ở một cấp ủy', en: 'Take a role in a committee' },
});

export const accountOperations = [
  setUp,
  signIn,
  signOut,
  readMe,
  listAccounts,
  createAccount,
  giveGrant,
  takeGrant,
] as const;
