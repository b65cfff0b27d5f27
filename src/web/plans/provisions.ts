import type * as z from 'zod/mini';
import type { amendPlan, PlanView, planBody } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PersonId } from '../../domain/roster/person.ts';

export interface CommitteeChoice {
  readonly committeeId: CommitteeId;
  readonly committeeName: string;
  readonly directorName: string | null;
}

interface NamedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear?: number | undefined;
}

/** A plan's provisions while somebody is writing them; days are empty where none is chosen. */
export interface WrittenProvisions {
  readonly number: string;
  readonly date: string;
  readonly term: string;
  readonly title: string;
  readonly formId: string;
  readonly participants: 'seats' | 'summoned';
  readonly purpose: string;
  readonly requirements: string;
  /** By rank. */
  readonly deadlines: Readonly<Record<string, WrittenDeadline>>;
  readonly pilots: readonly (CommitteeChoice & { readonly by: string })[];
  readonly steering: readonly (NamedPerson & { readonly role: string })[];
  readonly attending: readonly (CommitteeChoice & NamedPerson)[];
  /** As typed: numbers of days with commas. */
  readonly remindDays: string;
}

interface WrittenDeadline {
  readonly by: string;
  readonly reportBy: string;
  /** Days, as a field of numbers gives them. */
  readonly shortest: string;
  readonly longest: string;
}

export const noDeadline: WrittenDeadline = { by: '', reportBy: '', shortest: '', longest: '' };

export const emptyProvisions: WrittenProvisions = {
  number: '',
  date: '',
  term: '',
  title: '',
  formId: '',
  participants: 'seats',
  purpose: '',
  requirements: '',
  deadlines: {},
  pilots: [],
  steering: [],
  attending: [],
  remindDays: '14, 3',
};

export function provisionsOf(plan: PlanView): WrittenProvisions {
  const { date, term, title, formId, participants, purpose, requirements, steering, attending } = plan;
  return {
    number: plan.number ?? '',
    date,
    term,
    title,
    formId,
    participants,
    purpose,
    requirements,
    deadlines: Object.fromEntries(
      plan.deadlines.map(({ rank, by, reportBy, conferenceDays }) => [
        rank,
        { by, reportBy: reportBy ?? '', ...writtenLength(conferenceDays) },
      ]),
    ),
    pilots: plan.pilots.map(({ by, ...pilot }) => ({ ...pilot, by: by ?? '' })),
    steering,
    attending,
    remindDays: plan.remindDays.join(', '),
  };
}

/** What may change in an issued plan too. Ranks without a day for the vote are left out. */
export function amendableOf(provisions: WrittenProvisions): z.input<typeof amendPlan.body>['provisions'] {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    purpose: provisions.purpose,
    requirements: provisions.requirements,
    deadlines: Object.entries(provisions.deadlines).flatMap(([rank, { by, reportBy, ...length }]) =>
      by === '' ? [] : [{ rank, by, reportBy: orNull(reportBy), conferenceDays: lengthOf(length) }],
    ),
    pilots: provisions.pilots.map(({ committeeId, by }) => ({ committeeId, by: orNull(by) })),
    steering: provisions.steering.map(({ personId, role }) => ({ personId, role })),
    attending: provisions.attending.map(({ committeeId, personId }) => ({ committeeId, personId })),
    remindDays: (provisions.remindDays.match(/\d+/g) ?? [])
      .map(Number)
      .filter((days) => days <= 365)
      .slice(0, 5),
  };
}

type Length = PlanView['deadlines'][number]['conferenceDays'];

function writtenLength(length: Length): Pick<WrittenDeadline, 'shortest' | 'longest'> {
  return length ? { shortest: String(length.minimum), longest: String(length.maximum) } : { shortest: '', longest: '' };
}

/** One number alone stands for both ends. */
function lengthOf({ shortest, longest }: Pick<WrittenDeadline, 'shortest' | 'longest'>): Length {
  const [minimum, maximum] = [shortest || longest, longest || shortest];
  return minimum === '' ? null : { minimum: Number(minimum), maximum: Number(maximum) };
}

export function bodyOf(provisions: WrittenProvisions): z.input<typeof planBody> {
  const { number, date, term, title, formId, participants } = provisions;
  return {
    number: number.trim() === '' ? null : number,
    date,
    term,
    title,
    formId,
    participants,
    ...amendableOf(provisions),
  };
}
