import * as z from 'zod/mini';
import { committeeId } from '../../domain/committee/committee.ts';
import { birthYear, personId } from '../../domain/roster/person.ts';
import { seatId } from '../../domain/roster/seat.ts';
import type { SeatRefusal } from '../../domain/roster/seat-changes.ts';
import { listPart, partOfList } from '../kit/list-part.ts';
import { newId } from '../kit/session-values.ts';
import { shownBirthYear } from '../kit/shown-birth-year.ts';
import { lineOfText } from '../kit/text.ts';
import { operation } from '../operation.ts';
import { seatView } from './committees.ts';
import { searched } from './tree.ts';

const tag = 'Committees';
const day = z.iso.date();
const order = z.int().check(z.minimum(1), z.maximum(999_999));
const access = ['administrator', 'office'] as const;
const params = z.object({ committeeId });
const paramsOfSeat = z.object({ committeeId, seatId });

const refusalsOfSeat = [
  'committee-ended',
  'unknown-person',
  'unknown-seat',
  'bad-name',
  'code-of-another-name',
  'second-seat',
  'seat-ended',
  'own-seat',
  'date-too-early',
  'ends-before-it-begins',
  'unknown-committee',
] as const satisfies readonly SeatRefusal[];

export const foundPerson = z
  .object({
    id: personId,
    name: z.string(),
    birthYear: shownBirthYear,
    /** Seats held today, in any committee. */
    seats: z.array(
      z.object({
        committeeId,
        committeeName: z.string(),
        /** Its superior's name: what tells two committees of one name apart. */
        superiorName: z.nullable(z.string()),
        position: z.string(),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'PersonWithSeats' });
const peoplePart = listPart(foundPerson);
const query = z.object({ search: searched, ...partOfList });

export const searchPeople = operation({
  id: 'searchPeople',
  method: 'GET',
  path: '/api/people',
  tag,
  summary: { vi: 'Tìm người theo họ tên, không cần dấu', en: 'Find people by name, without diacritics' },
  access: ['administrator'],
  query,
  replies: { 200: peoplePart },
  refusals: [],
});

export const searchPeopleBelow = operation({
  id: 'searchPeopleBelow',
  method: 'GET',
  path: '/api/committees/:committeeId/people',
  tag,
  summary: {
    vi: 'Tìm người trong cấp ủy và các cấp ủy bên dưới, không cần dấu',
    en: 'Find people who sit or sat in a committee or anywhere below it',
  },
  access,
  params,
  query,
  replies: { 200: peoplePart },
  refusals: [],
});

export const addSeat = operation({
  id: 'addSeat',
  method: 'POST',
  path: '/api/committees/:committeeId/seats',
  tag,
  summary: { vi: 'Thêm vị trí cấp ủy viên', en: 'Give somebody a seat' },
  access,
  params,
  body: z.strictObject({
    id: newId,
    who: z.union([
      z.strictObject({ personId }),
      z.strictObject({
        name: lineOfText(100),
        code: z._default(z.nullable(lineOfText(40)), null),
        /** Null where it is not known. Whoever is known by the code keeps their own. */
        birthYear: z._default(z.nullable(birthYear), null),
      }),
    ]),
    position: lineOfText(200),
    /** Order of precedence; after the others when left out. */
    order: z._default(z.nullable(order), null),
    from: z.nullable(day),
    to: z._default(z.nullable(day), null),
  }),
  replies: { 201: seatView },
  refusals: [...refusalsOfSeat, 'bad-birth-year', 'id-in-use'],
});

export const endSeat = operation({
  id: 'endSeat',
  method: 'POST',
  path: '/api/committees/:committeeId/seats/:seatId/end',
  tag,
  summary: { vi: 'Thôi giữ vị trí cấp ủy viên; ngày là ngày cuối cùng', en: 'End a seat; the day is its last' },
  access,
  params: paramsOfSeat,
  body: z.strictObject({ on: day }),
  replies: { 200: seatView },
  refusals: refusalsOfSeat,
});

export const changePosition = operation({
  id: 'changePosition',
  method: 'POST',
  path: '/api/committees/:committeeId/seats/:seatId/position',
  tag,
  summary: { vi: 'Đổi chức vụ từ một ngày', en: 'Another position from a day on' },
  access,
  params: paramsOfSeat,
  body: z.strictObject({ position: lineOfText(200), order: z._default(z.nullable(order), null), on: day }),
  replies: { 200: seatView },
  refusals: refusalsOfSeat,
});

export const correctSeat = operation({
  id: 'correctSeat',
  method: 'PUT',
  path: '/api/committees/:committeeId/seats/:seatId',
  tag,
  summary: { vi: 'Sửa chỗ ghi sai của một vị trí cấp ủy viên', en: 'Put right what was entered wrongly' },
  access,
  params: paramsOfSeat,
  body: z.strictObject({ position: lineOfText(200), order, from: z.nullable(day), to: z.nullable(day) }),
  replies: { 200: seatView },
  refusals: refusalsOfSeat,
});

const correction = z.strictObject({
  name: lineOfText(100),
  /** Null where it is not known; as it was when left out. */
  birthYear: z.optional(z.nullable(birthYear)),
});
const correctedPerson = z
  .object({ id: personId, name: z.string(), birthYear: z.nullable(birthYear) })
  .register(z.globalRegistry, { id: 'CorrectedPerson' });
const refusalsOfName = ['unknown-person', 'bad-name', 'bad-birth-year'] as const;

/** What was issued or published keeps the name that it bears; drafts and lists of those summoned have the new one. */
export const correctName = operation({
  id: 'correctName',
  method: 'PUT',
  path: '/api/people/:personId/name',
  tag,
  summary: { vi: 'Sửa họ tên, năm sinh của một người', en: 'Correct somebody’s name and year of birth' },
  access: ['administrator'],
  params: z.object({ personId }),
  body: correction,
  replies: { 200: correctedPerson },
  refusals: refusalsOfName,
});

export const correctNameOfMember = operation({
  id: 'correctNameOfMember',
  method: 'PUT',
  path: '/api/committees/:committeeId/people/:personId/name',
  tag,
  summary: {
    vi: 'Sửa họ tên, năm sinh của người chỉ đang tham gia cấp ủy này',
    en: 'Correct name and year of birth of somebody who sits in the committee and nowhere else',
  },
  access,
  params: z.object({ committeeId, personId }),
  body: correction,
  replies: { 200: correctedPerson },
  refusals: [...refusalsOfName, 'not-only-here'],
});

export const seatOperations = [
  searchPeople,
  searchPeopleBelow,
  addSeat,
  endSeat,
  changePosition,
  correctSeat,
  correctName,
  correctNameOfMember,
] as const;
