import type { CommitteeLevel } from './committee.ts';

/**
 * The levels a new service knows, from the bottom to the top (regulations.md, "Structure and scale"). A level only names
 * a committee: who stands above whom is said by the committees themselves.
 */
export const committeeLevels: readonly CommitteeLevel[] = [
  { id: 'cell', label: { vi: 'Chi bộ', en: 'Party cell' } },
  { id: 'section', label: { vi: 'Đảng bộ bộ phận', en: 'Sectional party committee' } },
  { id: 'grassroots', label: { vi: 'Đảng bộ cơ sở', en: 'Grassroots party committee' } },
  {
    id: 'above-grassroots',
    label: { vi: 'Đảng bộ cấp trên trực tiếp cơ sở', en: 'Party committee directly above the grassroots' },
  },
  { id: 'commune', label: { vi: 'Đảng bộ xã, phường, đặc khu', en: 'Commune, ward or special zone party committee' } },
  { id: 'province', label: { vi: 'Đảng bộ tỉnh, thành phố', en: 'Province or city party committee' } },
  {
    id: 'directly-under-centre',
    label: { vi: 'Đảng bộ trực thuộc Trung ương', en: 'Party committee directly under the Centre' },
  },
  { id: 'centre', label: { vi: 'Trung ương', en: 'Centre' } },
];
