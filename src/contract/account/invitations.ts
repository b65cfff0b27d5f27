import * as z from 'zod/mini';
import { accountId } from '../../domain/account/account.ts';
import { invitationId } from '../../domain/account/invitation.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { personId } from '../../domain/roster/person.ts';
import { newId } from '../kit/session-values.ts';
import { shownBirthYear } from '../kit/shown-birth-year.ts';
import { exactBytes, lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';
import { accountView, grant, newPassword, username } from './accounts.ts';

const tag = 'Invitations';
const ofCommittee = { tag, params: z.object({ committeeId }) } as const;
const office = ['administrator', 'chair', 'office'] as const;

/** A link as its maker sees it, once: the service keeps only the hash of its token. */
export const oneTimeLink = z
  .object({
    kind: z.enum(['invitation', 'recovery']),
    personId: z.nullable(personId),
    name: z.string(),
    position: z.nullable(z.string()),
    /** The roles that come with it, which the slip names. */
    roles: z.array(grant.shape.role),
    /** For the fragment of `/accounts#/welcome/TOKEN`. */
    token: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .register(z.globalRegistry, { id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof oneTimeLink>;

export const memberAccount = z
  .object({
    personId: z.nullable(personId),
    name: z.string(),
    birthYear: shownBirthYear,
    position: z.nullable(z.string()),
    /** Of a teller who is known here by name alone only administrators are told more than that there is an account. */
    hasAccount: z.boolean(),
    account: z.nullable(
      z.object({
        id: accountId,
        username: z.string(),
        roles: z.array(grant.shape.role),
        secondFactor: accountView.shape.secondFactor,
        lockedUntil: z.nullable(z.iso.datetime()),
      }),
    ),
    /** Until when a link that was made out can be used: to a new account, or to recover the one there is. */
    invitedUntil: z.nullable(z.iso.datetime()),
    /** Of that link, where it is this committee's own and can be withdrawn. */
    invitationId: z.nullable(invitationId),
    /** The roles that come with that link. */
    invitedTo: z.array(grant.shape.role),
    /** Given by slip in this committee and not yet taken, whether there is an account or not. */
    pendingRoles: z.array(z.object({ role: grant.shape.role, invitationId, until: z.iso.datetime() })),
    /** Of a session of the committee that still runs, in which somebody tells who holds no seat; null for all others. */
    tellerIn: z.nullable(z.string()),
    /** Has seats or roles elsewhere than here and below: only an administrator makes links for them. */
    beyond: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'MemberAccount' });
export type MemberAccount = z.infer<typeof memberAccount>;

export const listMemberAccounts = operation({
  ...ofCommittee,
  id: 'listMemberAccounts',
  method: 'GET',
  path: '/api/committees/:committeeId/accounts',
  access: office,
  summary: {
    vi: 'Tài khoản của cấp ủy viên và người giữ nhiệm vụ ở cấp ủy',
    en: "Accounts of the committee's members and of those with a role in it",
  },
  replies: { 200: z.array(memberAccount) },
  refusals: [],
});

export const inviteMembers = operation({
  ...ofCommittee,
  id: 'inviteMembers',
  method: 'POST',
  path: '/api/committees/:committeeId/invitations',
  access: office,
  summary: {
    vi: 'Mời cấp ủy viên, hoặc thành viên ban kiểm phiếu không giữ vị trí nào, tạo tài khoản bằng liên kết một lần',
    en: 'Invite members, or tellers of its sessions who hold no seat, to make an account, each with a one-time link',
  },
  body: z.strictObject({ personIds: z.array(personId).check(z.minLength(1), z.maxLength(500)) }),
  replies: { 201: z.array(oneTimeLink) },
  refusals: ['not-in-committee', 'has-account', 'account-of-others', 'committee-ended', 'not-by-a-chair'],
});

export const withdrawInvitation = operation({
  ...ofCommittee,
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/committees/:committeeId/invitations/:invitationId',
  access: office,
  params: z.object({ committeeId, invitationId }),
  summary: { vi: 'Thu hồi một liên kết chưa dùng', en: 'Withdraw a one-time link that was not used' },
  replies: { 204: z.undefined() },
  refusals: ['unknown-invitation'],
});

export const inviteToRole = operation({
  ...ofCommittee,
  id: 'inviteToRole',
  method: 'POST',
  path: '/api/committees/:committeeId/role-invitations',
  access: ['administrator'],
  summary: {
    vi: 'Mời một người nhận nhiệm vụ ở cấp ủy và tạo tài khoản',
    en: 'Invite somebody to a role in the committee, with a new account',
  },
  /** Sent again under its id by who made it, until it ends, it is one invitation: its link is the one answered last. */
  body: z.strictObject({
    id: newId,
    role: grant.shape.role,
    /** Null for somebody who is on no roster, a clerk for example. */
    personId: z.nullable(personId),
    name: lineOfText(200),
  }),
  replies: { 201: oneTimeLink },
  refusals: ['unknown-person', 'has-account', 'committee-ended', 'bad-name', 'id-in-use', 'not-by-a-chair'],
});

const recovery = {
  method: 'POST',
  tag,
  replies: { 201: oneTimeLink },
} as const;

export const recoverMember = operation({
  ...recovery,
  id: 'recoverMember',
  path: '/api/committees/:committeeId/accounts/:accountId/recovery',
  access: ['chair', 'office'],
  params: z.object({ committeeId, accountId }),
  summary: {
    vi: 'Cấp lại tài khoản cho cấp ủy viên: liên kết một lần trao tận tay; mọi nơi đăng nhập kết thúc',
    en: "Recover a member's account: a one-time link given in person; every sign-in ends",
  },
  refusals: ['unknown-account', 'account-of-others', 'not-by-a-chair'],
});

export const recoverAccount = operation({
  ...recovery,
  id: 'recoverAccount',
  path: '/api/accounts/:accountId/recovery',
  access: ['administrator'],
  params: z.object({ accountId }),
  summary: {
    vi: 'Cấp lại một tài khoản: liên kết một lần trao tận tay; mọi nơi đăng nhập kết thúc',
    en: 'Recover an account: a one-time link given in person; every sign-in ends',
  },
  refusals: ['unknown-account', 'not-by-a-chair'],
});

/** A POST, because the token must not stand in an address. */
const withToken = { method: 'POST', tag, access: ['anyone'] } as const;
const token = exactBytes(z.string().check(z.maxLength(100)));
const cannotBeUsed = [
  ...(['unknown-invitation', 'invitation-used', 'invitation-replaced', 'invitation-withdrawn'] as const),
  ...(['invitation-void', 'invitation-expired'] as const),
] as const;

export const readInvitation = operation({
  ...withToken,
  id: 'readInvitation',
  path: '/api/invitations/reading',
  audit: 'never',
  summary: { vi: 'Xem liên kết mời trước khi dùng', en: 'Look at a one-time link before using it' },
  body: z.strictObject({ token }),
  replies: {
    200: z.object({
      /** `duty`: of somebody who has an account by now, which gets the roles. */
      kind: z.enum(['invitation', 'recovery', 'duty']),
      name: z.string(),
      committeeName: z.nullable(z.string()),
      roles: z.array(grant.shape.role),
      /** Of the account that is recovered, or gets the roles. */
      username: z.nullable(z.string()),
      expiresAt: z.iso.datetime(),
    }),
  },
  refusals: cannotBeUsed,
});

export const acceptInvitation = operation({
  ...withToken,
  id: 'acceptInvitation',
  path: '/api/invitations/acceptance',
  audit: 'own',
  summary: {
    vi: 'Dùng liên kết một lần: chọn tên đăng nhập và mật khẩu',
    en: 'Use a one-time link: choose user name and password',
  },
  body: z.strictObject({
    token,
    /** Only for a new account; one that there is keeps its name. */
    username: z.optional(username),
    /** Chosen now; for a duty the one that the account has. */
    password: newPassword,
  }),
  replies: { 200: accountView },
  refusals: [
    ...[...cannotBeUsed, 'username-needed', 'username-taken', 'has-account', 'weak-password'],
    ...['wrong-password', 'sign-in-locked'],
  ] as const,
});

export const invitationOperations = [
  listMemberAccounts,
  inviteMembers,
  withdrawInvitation,
  inviteToRole,
  recoverMember,
  recoverAccount,
  readInvitation,
  acceptInvitation,
] as const;
