import { type Connection, call } from '../../src/client/api.ts';
import { listAccounts } from '../../src/contract/account/accounts.ts';
import { listMemberAccounts } from '../../src/contract/account/invitations.ts';
import { exportAudit, listAdministrationAudit, listAudit } from '../../src/contract/audit/audit.ts';
import { listCommittees, listSeats, readCommittee } from '../../src/contract/committee/committees.ts';
import { listRanks } from '../../src/contract/committee/ranks.ts';
import { searchPeople, searchPeopleBelow } from '../../src/contract/committee/seats.ts';
import {
  listSubordinates,
  listTerms,
  listTop,
  readHistory,
  searchCommittees,
} from '../../src/contract/committee/tree.ts';
import { listReviews, readTargetsBelow } from '../../src/contract/half-term/half-term.ts';
import { listReminders } from '../../src/contract/plans/obligations.ts';
import {
  listFollowers,
  listObligations,
  listPlans,
  readBoard,
  readBoardTable,
} from '../../src/contract/plans/plans.ts';
import { listRollUps, readRollUp, readRollUpTable } from '../../src/contract/results/roll-up.ts';
import { listSessions } from '../../src/contract/session/sessions.ts';
import { listSummoned } from '../../src/contract/session/summoned.ts';
import { type ProvinceLife, term } from './province-life.ts';

/** Who asks: an administrator, the province's chair and member, a commune's office. */
export interface Askers {
  readonly administrator: Connection;
  readonly province: Connection;
  readonly commune: Connection;
}

/** One list of the API. `kind`: a board may take longer, and a file is no list: it is measured, nothing is asked of it. */
export interface AskedList {
  readonly name: string;
  readonly kind: 'list' | 'board' | 'file';
  ask(): Promise<{ readonly ok: boolean }>;
}

const list = (name: string, ask: AskedList['ask']): AskedList => ({ name, kind: 'list', ask });
const file = (name: string, ask: AskedList['ask']): AskedList => ({ name, kind: 'file', ask });

/** Every operation whose answer grows with the province. */
export function listsOf({ administrator, province, commune }: Askers, life: ProvinceLife): readonly AskedList[] {
  return [...rosterLists(administrator, commune, life), ...roundLists(administrator, province, commune, life)];
}

/** What the tree and the people in it are read by. */
function rosterLists(
  administrator: Connection,
  commune: Connection,
  life: Pick<ProvinceLife, 'top' | 'commune'>,
): readonly AskedList[] {
  const params = { committeeId: life.top.id };
  const below = { committeeId: life.commune.id };
  const committees = (search: string) => () => call(administrator, searchCommittees, { query: { search } });
  const people = (search: string) => () => call(administrator, searchPeople, { query: { search } });
  return [
    list('ranks', () => call(administrator, listRanks)),
    list('top of the tree', () => call(administrator, listTop, { query: {} })),
    list('directly below the top', () => call(administrator, listSubordinates, { params, query: { limit: 200 } })),
    list('committees "dang uy xa"', committees('đảng ủy xã')),
    list('committees, none found', committees('không có')),
    list('committees, of a commune', () => call(commune, searchCommittees, { query: { search: 'chi bo' } })),
    list('every committee', () => call(administrator, listCommittees)),
    list("a commune's committees", () => call(commune, listCommittees)),
    list('one committee', () => call(administrator, readCommittee, { params })),
    list('history of the top', () => call(administrator, readHistory, { params })),
    list('terms of the top', () => call(administrator, listTerms, { params })),
    list('seats of the top', () => call(administrator, listSeats, { params, query: {} })),
    list('every seat of the top, ever', () => call(administrator, listSeats, { params, query: { all: 'true' } })),
    list('people "nguyen thi"', people('nguyen thi')),
    list('people, nobody found', people('xyz xyz')),
    list('people below the top "thi hoa"', () =>
      call(administrator, searchPeopleBelow, { params, query: { search: 'thi hoa' } }),
    ),
    list('people of a commune', () => call(commune, searchPeopleBelow, { params: below, query: { search: '' } })),
    list('people of a commune, nobody', () =>
      call(commune, searchPeopleBelow, { params: below, query: { search: 'xyz' } }),
    ),
  ];
}

/** What a round leaves behind. */
function roundLists(
  administrator: Connection,
  province: Connection,
  commune: Connection,
  life: ProvinceLife,
): readonly AskedList[] {
  const params = { committeeId: life.top.id };
  const ofPlan = { ...params, planId: life.plan };
  const board = (name: string, query: object): AskedList => ({
    ...{ name: `board ${name}`, kind: 'board' },
    ask: () => call(province, readBoard, { params: ofPlan, query }),
  });
  return [
    list('accounts', () => call(administrator, listAccounts, { query: {} })),
    list('accounts "nguyen thi"', () => call(administrator, listAccounts, { query: { search: 'nguyen thi' } })),
    list('accounts of the top', () => call(province, listMemberAccounts, { params })),
    list('audit log of accounts', () => call(administrator, listAdministrationAudit, { query: {} })),
    list('audit log of the top', () => call(province, listAudit, { params, query: {} })),
    file('audit log of the top, CSV', () => call(province, exportAudit, { params })),
    list('plans', () => call(province, listPlans, { params })),
    board('page 1', {}),
    board('part 30', { after: '1449|' }),
    board('of a rank', { rank: 'commune' }),
    board('searched', { search: 'xa 17' }),
    file('board, CSV', () => call(province, readBoardTable, { params: ofPlan, query: { format: 'csv' } })),
    file('board, workbook', () => call(province, readBoardTable, { params: ofPlan, query: { format: 'xlsx' } })),
    list('followers "xa"', () => call(province, listFollowers, { params, query: { search: 'xa' } })),
    list('obligations of the top', () => call(province, listObligations, { params })),
    list('obligations of a commune', () =>
      call(commune, listObligations, { params: { committeeId: life.commune.id } }),
    ),
    list('reminders', () => call(province, listReminders)),
    list('sessions of the province', () => call(province, listSessions)),
    list('sessions of a commune', () => call(commune, listSessions)),
    list('summoned', () => call(province, listSummoned, { params })),
    list('half-term reviews', () => call(commune, listReviews, { params: { committeeId: life.commune.id } })),
    list('half-term roll-up', () => call(province, readTargetsBelow, { params, query: { term } })),
    list('where results roll up', () => call(province, listRollUps)),
    list('roll-up of results', () => call(province, readRollUp, { params, query: {} })),
    file('roll-up, CSV', () => call(province, readRollUpTable, { params, query: { format: 'csv' } })),
    file('roll-up, workbook', () => call(province, readRollUpTable, { params, query: { format: 'xlsx' } })),
  ];
}
