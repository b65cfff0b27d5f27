import { familyNames, givenNames, middleNames } from './names.ts';

/** How large a province to make. */
export interface ProvinceSize {
  readonly districts: number;
  readonly communes: number;
  readonly cells: number;
  readonly people: number;
}

/** The size that the service has to bear: 1,674 committees and 40,000 people. */
export const wholeProvince: ProvinceSize = { districts: 9, communes: 164, cells: 1500, people: 40_000 };

export interface ProvinceCommittee {
  readonly code: string;
  readonly name: string;
  /** Label of a rank. */
  readonly rank: string;
  /** Code of its superior; empty at the top. */
  readonly superior: string;
}

export interface ProvinceSeat {
  /** Code of the committee. */
  readonly committee: string;
  readonly name: string;
  readonly code: string;
  readonly position: string;
  readonly order: number;
}

export interface Province {
  readonly committees: readonly ProvinceCommittee[];
  readonly seats: readonly ProvinceSeat[];
}

const seatsIn = { province: 60, district: 45, commune: 30 } as const;
const sector = 'Địa phương';
const firstDay = '01/08/2020';

/** A number generator that gives the same numbers for the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A province as it stood before July 2025, the same for the same seed: districts below it, communes below these, cells
 * below the communes. Everybody has a code and a seat in a cell; those in higher committees have two seats or more.
 */
export function aProvince(size: ProvinceSize = wholeProvince, seed = 1): Province {
  const below = numbers(seed);
  const pick = (all: readonly string[]) => all[below(all.length)] ?? '';
  const name = () => `${pick(familyNames)} ${pick(middleNames)} ${pick(givenNames)}`;
  const people = Array.from({ length: size.people }, (_, index) => ({
    code: `CB-${String(index + 1).padStart(6, '0')}`,
    name: name(),
  }));
  const committees = committeesOf(size, pick);
  const cells = committees.filter(({ rank }) => rank === 'Chi bộ');
  const seats: ProvinceSeat[] = [];
  const sit = (committee: string, person: number, order: number) => {
    const { name: fullName = '', code = '' } = people[person % people.length] ?? {};
    seats.push({ committee, name: fullName, code, order, position: positionOf(order) });
  };
  for (const [index] of people.entries()) {
    const cell = cells[index % cells.length];
    if (cell !== undefined) sit(cell.code, index, Math.floor(index / cells.length) + 1);
  }
  // Leaders come from the cells: each higher committee takes people that no other of its rank has.
  let next = 0;
  for (const { code, rank } of committees) {
    const count = sizeOf(rank);
    for (let order = 1; order <= count; order++) sit(code, next++, order);
  }
  return { committees, seats };
}

function sizeOf(rank: string): number {
  if (rank === 'Đảng bộ tỉnh, thành phố') return seatsIn.province;
  if (rank === 'Đảng bộ cấp trên trực tiếp cơ sở') return seatsIn.district;
  return rank === 'Đảng bộ xã, phường, đặc khu' ? seatsIn.commune : 0;
}

function positionOf(order: number): string {
  if (order === 1) return 'Bí thư';
  if (order <= 3) return 'Phó Bí thư';
  return order <= 11 ? 'Ủy viên Ban Thường vụ' : 'Ủy viên Ban Chấp hành';
}

function committeesOf(size: ProvinceSize, pick: (all: readonly string[]) => string): ProvinceCommittee[] {
  const number = (index: number, digits: number) => String(index + 1).padStart(digits, '0');
  const place = () => `${pick(givenNames)} ${pick(givenNames)}`;
  const top = { code: 'T-01', name: 'Tỉnh ủy', rank: 'Đảng bộ tỉnh, thành phố', superior: '' };
  const districts = Array.from({ length: size.districts }, (_, index) => ({
    ...{ code: `H-${number(index, 2)}`, name: `Huyện ủy ${place()} ${index + 1}` },
    ...{ rank: 'Đảng bộ cấp trên trực tiếp cơ sở', superior: top.code },
  }));
  const communes = Array.from({ length: size.communes }, (_, index) => ({
    ...{ code: `X-${number(index, 3)}`, name: `Đảng ủy xã ${place()} ${index + 1}` },
    ...{ rank: 'Đảng bộ xã, phường, đặc khu', superior: districts[index % districts.length]?.code ?? top.code },
  }));
  const cells = Array.from({ length: size.cells }, (_, index) => ({
    ...{ code: `CB-${number(index, 4)}`, name: `Chi bộ ${Math.floor(index / communes.length) + 1}` },
    ...{ rank: 'Chi bộ', superior: communes[index % communes.length]?.code ?? top.code },
  }));
  return [top, ...districts, ...communes, ...cells];
}

/** The same after 1 July 2025: districts have ended, communes stand directly below the province. */
export function twoTier({ committees, seats }: Province): Province {
  const districts = new Set(committees.filter(({ code }) => code.startsWith('H-')).map(({ code }) => code));
  const top = committees[0]?.code ?? '';
  return {
    committees: committees
      .filter(({ code }) => !districts.has(code))
      .map((one) => (districts.has(one.superior) ? { ...one, superior: top } : one)),
    seats: seats.filter(({ committee }) => !districts.has(committee)),
  };
}

type Cell = string | number;

/** The sheets of a province as its office would write them, titles first. */
export function provinceSheets({ committees, seats }: Province): { name: string; rows: Cell[][] }[] {
  const titles = ['Mã cấp ủy', 'Tên cấp ủy', 'Cấp', 'Ngành', 'Cấp ủy cấp trên'];
  return [
    {
      name: 'Cấp ủy',
      rows: [titles, ...committees.map(({ code, name, rank, superior }) => [code, name, rank, sector, superior])],
    },
    {
      name: 'Cấp ủy viên',
      rows: [
        ['Cấp ủy', 'Họ và tên', 'Mã cá nhân', 'Chức vụ', 'Thứ tự', 'Từ ngày'],
        ...seats.map((seat) => [seat.committee, seat.name, seat.code, seat.position, seat.order, firstDay]),
      ],
    },
  ];
}
