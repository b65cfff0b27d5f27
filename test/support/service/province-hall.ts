import type { CommitteeId } from '../../../src/domain/committee/committee.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { aService, signedInAs, type TestService } from './service.ts';

type Headers = { readonly authorization: string };

/** A little province, whose administrator keeps the tree and whose commune has an office. */
export interface ProvinceHall {
  readonly service: TestService;
  readonly administrator: Headers;
  readonly office: Headers;
  readonly commune: CommitteeId;
  readonly district: CommitteeId;
}

const sector = 'Địa phương';
const province = aCommittee(1, {
  sector,
  name: 'Tỉnh ủy Bến Tre',
  rank: 'province',
  code: 'T-01',
  from: '1976-02-01',
});
const district = aCommittee(2, {
  ...{ sector, name: 'Huyện ủy Thạnh Phú', rank: 'above-grassroots', code: 'H-08', superiorId: province.id },
});
const police = aCommittee(3, {
  name: 'Đảng ủy Công an tỉnh',
  rank: 'grassroots',
  superiorId: province.id,
  sector: 'Công an',
});
const communes = ['Đại Điền', 'Quới Điền', 'Tân Phong', 'An Nhơn'].map((name, index) =>
  aCommittee(10 + index, { sector, name: `Đảng ủy xã ${name}`, superiorId: district.id, code: `X-0${index + 1}` }),
);
const cells = Array.from({ length: 12 }, (_, index) =>
  aCommittee(30 + index, {
    ...{ sector, name: `Chi bộ ấp ${index + 1}`, rank: 'cell', superiorId: communes[index % 4]?.id ?? district.id },
  }),
);
const names = ['Nguyễn Thị Hoa', 'Trần Văn Bảo', 'Lê Thị Ngọc Ánh', 'Phạm Quốc Đạt', 'Võ Thị Thùy Dương'];
const positions = ['Bí thư', 'Phó Bí thư', 'Ủy viên Ban Thường vụ', 'Ủy viên Ban Chấp hành', 'Ủy viên Ban Chấp hành'];

export async function aProvinceHall(store?: Store): Promise<ProvinceHall> {
  const service = await aService(store && { store });
  const [commune = district] = communes;
  const people = names.map((fullName, index) => ({
    id: aPersonId(index + 1),
    name: fullName,
    code: `CB-0${index + 1}`,
    birthYear: null,
  }));
  const seats = people.map(({ id: personId }, index) => ({
    ...{
      id: aSeatId(index + 1),
      committeeId: commune.id,
      personId,
      position: positions[index] ?? '',
      order: index + 1,
    },
    ...{ from: '2020-08-01', to: index === 4 ? '2024-03-31' : null },
  }));
  const elsewhere = { ...seats[0], id: aSeatId(20), committeeId: district.id, position: 'Ủy viên Ban Chấp hành' };
  await service.deps.store.committees.importRoster(null, () => ({
    ok: true,
    committees: [province, district, police, ...communes, ...cells],
    people,
    seats: [...seats, elsewhere as (typeof seats)[number]],
  }));
  return {
    ...{ service, commune: commune.id, district: district.id },
    administrator: await signedInAs(service, { administrator: true }),
    office: await signedInAs(service, { grants: [{ role: 'office', committeeId: commune.id }] }),
  };
}

/** A file as an administrator would bring it after the districts ended. */
export function reorganisedCsv(): string {
  const line = (...cells: string[]) => `${cells.join(';')}\r\n`;
  return [
    line('Mã cấp ủy', 'Tên cấp ủy', 'Cấp', 'Ngành', 'Cấp ủy cấp trên', 'Đến ngày', 'Sáp nhập vào'),
    line('T-01', province.name, 'Đảng bộ tỉnh, thành phố', 'Địa phương', '', '', ''),
    line('H-08', district.name, 'Đảng bộ cấp trên trực tiếp cơ sở', 'Địa phương', 'T-01', '30/06/2025', 'T-01'),
    ...communes.map(({ code, name }) =>
      line(code ?? '', name, 'Đảng bộ xã, phường, đặc khu', 'Địa phương', 'T-01', '', ''),
    ),
    line('X-05', 'Đảng ủy xã Thạnh Hải', 'Đảng bộ xã, phường, đặc khu', 'Địa phương', 'T-01', '', ''),
  ].join('');
}
