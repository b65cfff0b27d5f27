import { type Connection, call } from '../../client/api.ts';
import { addCommittee, importRoster, listSeats } from '../../contract/committee/committees.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { granted } from '../demo/granted.ts';
import { nameOfPerson, positionOf } from '../demo/names.ts';
import type { SeatHolder } from '../demo/people.ts';

/** Where a session of the example stands when everything is laid out. */
export const stages = ['draft', 'issued', 'open', 'counting', 'closed', 'tallied', 'published', 'cancelled'] as const;
export type StageName = (typeof stages)[number];

/** A committee of the example with the people on it. */
export interface ExampleCommittee {
  readonly id: CommitteeId;
  readonly name: string;
  readonly seats: readonly SeatHolder[];
}

export interface ExampleProvince {
  readonly top: ExampleCommittee;
  /** One for each stage. */
  readonly communes: ReadonlyMap<StageName, ExampleCommittee>;
}

const topName = 'Tỉnh ủy Vĩnh Long';
const communeNames: Readonly<Record<StageName, string>> = {
  draft: 'Đảng ủy xã Phú Túc',
  issued: 'Đảng ủy xã Giao Long',
  open: 'Đảng ủy phường An Hội',
  counting: 'Đảng ủy xã Tiên Thủy',
  closed: 'Đảng ủy xã Tân Phú',
  tallied: 'Đảng ủy phường Phú Khương',
  published: 'Đảng ủy xã Châu Thành',
  cancelled: 'Đảng ủy xã Hưng Nhượng',
};
const topSeats = 11;
const communeSeats = 9;

/** A province and eight communes directly under it, imported from a roster as an office would. */
export async function layOutProvince(administrator: Connection): Promise<ExampleProvince> {
  const add = async (name: string, rank: string, superiorId: CommitteeId | null) => {
    const body = { name, rank, sector: 'Địa phương', superiorId };
    return granted(await call(administrator, addCommittee, { body })).id;
  };
  const topId = await add(topName, 'province', null);
  const ids = new Map<StageName, CommitteeId>();
  for (const stage of stages) ids.set(stage, await add(communeNames[stage], 'commune', topId));
  granted(await call(administrator, importRoster, { query: {}, body: new TextEncoder().encode(roster()) }));
  const seatsOf = async (committeeId: CommitteeId) =>
    granted(await call(administrator, listSeats, { params: { committeeId }, query: {} }));
  const communes = new Map<StageName, ExampleCommittee>();
  for (const [stage, id] of ids) communes.set(stage, { id, name: communeNames[stage], seats: await seatsOf(id) });
  return { top: { id: topId, name: topName, seats: await seatsOf(topId) }, communes };
}

/** The published commune's first member sits on the province's committee too: one person, two papers. */
const sharedCode = 'VL-000001';

function roster(): string {
  let people = 0;
  const lines = (committee: string, size: number, sharedAt: number) =>
    Array.from({ length: size }, (_, index) => {
      const shared = index === sharedAt;
      const name = shared ? nameOfPerson(9000) : nameOfPerson(people++);
      return [committee, name, positionOf(index), String(index + 1), '01/07/2025', '', shared ? sharedCode : ''];
    });
  const header = ['Cấp ủy', 'Họ và tên', 'Chức vụ', 'Thứ tự', 'Từ ngày', 'Đến ngày', 'Mã cá nhân'];
  const rows = [
    header,
    ...lines(topName, topSeats, topSeats - 1),
    ...stages.flatMap((stage) => lines(communeNames[stage], communeSeats, stage === 'published' ? 0 : -1)),
  ];
  const quoted = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell);
  return `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
