import * as z from 'zod/mini';
import { accountId } from '../../domain/account/account.ts';
import { auditRoles } from '../../domain/audit.ts';
import { committeeId } from '../../domain/committee/committee.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { personId } from '../../domain/roster/person.ts';
import { sessionId } from '../../domain/session/session.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { clockMove } from '../kit/session-values.ts';
import { bytes, operation } from '../operation.ts';

const tag = 'Audit log';

export const auditEntryView = z
  .object({
    /** Whose chain the entry stands in: the committee's own, or the service's (null). */
    chain: z.nullable(committeeId),
    /** In its chain, from 1 on. */
    number: z.int(),
    at: z.iso.datetime(),
    /** Id of the operation, or of what happened to an account. */
    event: z.string(),
    what: z.object({ vi: z.string(), en: z.string() }),
    accountId: z.nullable(accountId),
    /** The account's user name now, and the name of the person who uses it; so all names here. */
    username: z.nullable(z.string()),
    name: z.nullable(z.string()),
    committeeId: z.nullable(committeeId),
    committeeName: z.nullable(z.string()),
    planId: z.nullable(planId),
    /** Number and title. Null for a draft, but in the log of the committee that wrote it, and for one thrown away. */
    planTitle: z.nullable(z.string()),
    sessionId: z.nullable(sessionId),
    sessionTitle: z.nullable(z.string()),
    aboutAccountId: z.nullable(accountId),
    aboutUsername: z.nullable(z.string()),
    /** Whose seat it is, or who was asked to take the role; never of a session. */
    personId: z.nullable(personId),
    /** Name of that person, or of the one who uses the account that the entry is about. */
    personName: z.nullable(z.string()),
    /** Which was given or taken. */
    role: z.nullable(z.enum(auditRoles)),
    /** Of the session as this step left it, once its box is shut. */
    seal: z.nullable(z.string()),
    hash: z.string(),
  })
  .register(z.globalRegistry, { id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof auditEntryView>;

const end = z.object({ number: z.int(), hash: z.string() });

/** The newest entries first. */
const auditPart = z
  .extend(listPart(auditEntryView), {
    /** The first entry that was altered or is missing, as found when the service started; null when none was. */
    brokenAt: z.nullable(
      z.object({ chain: z.nullable(committeeId), committeeName: z.nullable(z.string()), number: z.int() }),
    ),
    /** The service's clock was set within the last hours: instants of entries may be off. In a chain their numbers are their order. */
    clockMoved: z.nullable(clockMove),
    /**
     * Where the service's chain ends now, into which the ends of the committees' chains are put every minute; null while
     * it is empty. Written down elsewhere it serves `phieu verify-audit`.
     */
    head: z.nullable(end),
    /** Where the committee's own chain ends; null while it is empty, and in the log of the administration. */
    committeeHead: z.nullable(end),
  })
  .register(z.globalRegistry, { id: 'AuditPart' });

const query = z.object(partOfList);

const ofCommittee = {
  method: 'GET',
  tag,
  access: ['chair', 'office'],
  params: z.object({ committeeId }),
  refusals: [],
} as const;

const ofAdministration = { method: 'GET', tag, access: ['administrator'], refusals: [] } as const;

export const listAudit = operation({
  ...ofCommittee,
  id: 'listAudit',
  path: '/api/committees/:committeeId/audit',
  summary: {
    vi: 'Nhật ký của cấp ủy: ai đã làm gì, lúc nào',
    en: "The committee's audit log: who did what, when",
  },
  query,
  replies: { 200: auditPart },
});

export const exportAudit = operation({
  ...ofCommittee,
  id: 'exportAudit',
  path: '/api/committees/:committeeId/audit.csv',
  summary: { vi: 'Nhật ký của cấp ủy, tệp CSV', en: "The committee's audit log as CSV" },
  replies: { 200: bytes(['text/csv']) },
});

export const listAdministrationAudit = operation({
  ...ofAdministration,
  id: 'listAdministrationAudit',
  path: '/api/audit',
  summary: {
    vi: 'Nhật ký quản trị: tài khoản và cấp ủy, không có đợt lấy phiếu nào',
    en: 'The audit log of accounts and committees, without any session',
  },
  query,
  replies: { 200: auditPart },
});

export const exportAdministrationAudit = operation({
  ...ofAdministration,
  id: 'exportAdministrationAudit',
  path: '/api/audit.csv',
  summary: { vi: 'Nhật ký quản trị, tệp CSV', en: 'The audit log of accounts and committees as CSV' },
  replies: { 200: bytes(['text/csv']) },
});

export const auditOperations = [listAudit, exportAudit, listAdministrationAudit, exportAdministrationAudit] as const;
