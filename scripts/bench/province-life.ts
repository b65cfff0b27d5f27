import { randomUUID } from 'node:crypto';
import { type Account, accountId } from '../../src/domain/account/account.ts';
import { invitationId } from '../../src/domain/account/invitation.ts';
import { noObject } from '../../src/domain/audit.ts';
import type { Committee } from '../../src/domain/committee/committee.ts';
import type { PlanId } from '../../src/domain/plan/plan-id.ts';
import { accept } from '../../src/domain/ruling.ts';
import { createSession } from '../../src/domain/session/create-session.ts';
import type { Session, SessionState } from '../../src/domain/session/session.ts';
import type { Summoned } from '../../src/domain/session/summoned.ts';
import type { Store } from '../../src/server/store/store.ts';
import { ownForm } from '../../test/support/build/forms.ts';
import { aReviewOf } from '../../test/support/build/half-term.ts';
import { anIssuedPlan } from '../../test/support/build/plans.ts';
import { theChair } from '../../test/support/build/sessions.ts';
import { aSessionId } from '../../test/support/build/stored-sessions.ts';

export const term = '2025–2030';
const at = '2026-11-01T01:00:00.000Z';
const states: readonly SessionState[] = ['draft', 'issued', 'tallied'];
const numbers = { accounts: 3000, invitations: 1000, auditEntries: 3000 } as const;

/** Where the lists of a province in the middle of a round are asked. */
export interface ProvinceLife {
  readonly top: Committee;
  readonly commune: Committee;
  readonly plan: PlanId;
}

/**
 * Fills an imported province with what a round leaves behind: a plan, a session of every committee under it (those of
 * the communes published), half-term reviews, a list of those summoned, accounts, links, and an audit log. One account
 * chairs and serves the province and sits in it; another serves a commune.
 * @param passwordHash of both
 */
export async function fillProvince(store: Store, passwordHash: string): Promise<ProvinceLife> {
  const standing = (await store.committees.list()).filter(({ to }) => to === null);
  const top = standing.find(({ superiorId }) => superiorId === null);
  const commune = standing.find(({ superiorId }) => superiorId === top?.id);
  if (top === undefined || commune === undefined) throw new Error('there is no province');
  const ranks = new Set(standing.map(({ rank }) => rank));
  const deadlines = [...ranks].map((rank) => ({ rank, by: '2026-12-15', reportBy: null }));
  const plan = anIssuedPlan(1, { date: '2026-10-01', deadlines }, top);
  await store.plans.change(top.id, () => accept(plan));
  await addSessions(store, standing, top, plan.id);
  await addAccounts(store, standing, { top, commune, passwordHash });
  const people = (await store.committees.people()).slice(0, 300).map(
    ({ id: personId, name }): Summoned => ({
      ...{ id: personId, personId, name, position: 'Đại biểu', standing: 'delegate', votes: true, struck: null },
    }),
  );
  await store.summoned.change(top.id, term, () => accept({ committeeId: top.id, term, people }));
  for (let entry = 0; entry < numbers.auditEntries; entry++) {
    const committeeId = entry % 2 === 0 ? top.id : null;
    await store.audit.append({ ...noObject, at, event: 'addSeat', accountId: null, committeeId });
  }
  return { top, commune, plan: plan.id };
}

async function addSessions(store: Store, standing: readonly Committee[], top: Committee, plan: PlanId): Promise<void> {
  const form = ownForm('qd-96-2023');
  for (const [index, committee] of standing.entries()) {
    const seats = await store.committees.heldSeats(committee.id, '2026-11-01');
    const settings = { title: 'Lấy phiếu', place: '', heldOn: '2026-10-20', convenedBy: '', plan: null };
    const made = createSession({
      ...{ id: aSessionId(20_000 + index), readKey: `read key ${index}`, seats, form, chair: theChair, committee },
      ...{ superior: standing.find(({ id }) => id === committee.superiorId) ?? null, planId: plan, summoned: [] },
      settings: { ...settings, phonePapers: true },
    });
    if (!made.ok) throw new Error(made.refusal);
    const session = made.value;
    const isPublished = committee.superiorId === top.id;
    const state = isPublished ? 'published' : (states[index % states.length] ?? 'draft');
    await store.sessions.create({ ...session, state, ...(isPublished ? published(session) : {}) });
    if (!isPublished) continue;
    const review = { ...aReviewOf(session), term };
    await store.halfTerm.change(committee.id, term, () => accept(review));
  }
}

/** As a counted and published session holds it, without the record that nobody reads here. */
function published({ roll, subjects }: Session): Partial<Session> {
  const ledger = {
    printed: 0,
    handedOut: 0,
    unused: 0,
    void: 0,
    phone: 0,
    issued: 0,
    collected: 0,
    notReturned: 0,
    sheetsKeyed: 0,
  };
  const voters = roll.length;
  const low = Math.floor(voters / 3);
  return {
    closing: { at, ledger: { ...ledger, issued: voters, collected: voters, present: voters }, deviation: null },
    tally: {
      ...{ encryptedTally: '', counted: voters, sharesOf: [1, 2], proofs: [], missing: [], resultAt: at },
      result: subjects.map(() => [voters - low, 0, low]),
    },
    publication: { by: theChair, at, annulment: null },
  };
}

interface Duties {
  readonly top: Committee;
  readonly commune: Committee;
  readonly passwordHash: string;
}

async function addAccounts(store: Store, standing: readonly Committee[], { top, commune, passwordHash }: Duties) {
  const nothing = { passwordHash, administrator: false, secondFactor: null } as const;
  const keep = async (one: Pick<Account, 'username' | 'personId' | 'grants'>) => {
    const made = await store.accounts.create({ id: accountId.parse(randomUUID()), ...nothing, ...one });
    if (!made.ok) throw new Error(made.refusal);
  };
  const [leader] = await store.committees.heldSeats(top.id, '2026-11-01');
  const roles = (committeeId: Committee['id']) => [
    ...(['chair', 'office'] as const).map((role) => ({ role, committeeId })),
  ];
  await keep({ username: 'tinh', personId: leader?.person.id ?? null, grants: roles(top.id) });
  await keep({ username: 'xa', personId: null, grants: roles(commune.id) });
  const others = (await store.committees.people()).filter(({ id }) => id !== leader?.person.id);
  for (const [index, { id: personId }] of others.slice(0, numbers.accounts).entries()) {
    const committeeId = standing[index % standing.length]?.id ?? top.id;
    const grants = index < standing.length ? [{ role: 'office' as const, committeeId }] : [];
    await keep({ username: `taikhoan${index}`, personId, grants });
  }
  const links = others
    .slice(numbers.accounts, numbers.accounts + numbers.invitations)
    .map(({ id, name: fullName }) => ({
      ...{ id: invitationId.parse(randomUUID()), tokenHash: randomUUID(), name: fullName, personId: id },
      ...{ accountId: null, committeeId: top.id, grants: [], byAdministrator: false, drawnBy: null },
      ...{ status: 'live' as const, expiresAt: '2030-01-01T00:00:00.000Z' },
    }));
  await store.invitations.add(links);
}
