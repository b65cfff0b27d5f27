import * as z from 'zod/mini';
import { compareFractions, fraction, isLowestShare } from './fraction.ts';
import { localText } from './text/local-text.ts';

const identifier = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

const labelled = z.strictObject({ id: identifier, label: localText });

/** `article`: where the rule text says so, as far as it could be read. */
const exclusionReason = z.extend(labelled, { article: z.optional(localText) });

/**
 * A consequence that the rule attaches to a share of one level: the share of the base that this level has,
 * bounded below by `over` (more than) or `atLeast`, and above, where the rule does so, by `under`.
 */
const tier = z.strictObject({
  tier: z.int().check(z.minimum(1)),
  level: identifier,
  over: z.optional(fraction),
  atLeast: z.optional(fraction),
  under: z.optional(fraction),
  article: localText,
  consequence: localText,
});

const wording = z.strictObject({
  /** Head of the ballot, for example PHIẾU TÍN NHIỆM. */
  ballotTitle: localText,
  /** The line under the head: whom the ballot is about; the committee stands where `{committee}` does, or follows. */
  ballotAbstract: localText,
  /** How to mark. */
  instruction: localText,
  /** What it means to leave a subject without a mark, or to give one several. */
  unmarked: localText,
  /** Label of the signature line; says that nobody has to sign. */
  optionalSignature: localText,
  /** Where the committee's stamp goes. */
  stampPlace: localText,
  /** What a subject is called in running text and in the table's head. */
  subject: localText,
  /** What the levels together are called: head of the columns with the boxes. */
  levels: localText,
  /** The number that percentages are of; printed beside them. */
  base: localText,
  minutesTitle: localText,
  minutesAbstract: localText,
  /** What the minutes say of a subject whom no tier concerns. */
  noTier: localText,
  /**
   * What the briefing starts with: what the vote is for, unless a plan says it, and how it is to be held. Left out in
   * forms that sessions have kept from before it was there.
   */
  briefing: z.optional(z.strictObject({ purpose: localText, conduct: localText })),
});

/** A dated rule text as data: everything that the rules fix about a vote. */
export const ballotForm = z.strictObject({
  id: identifier,
  title: localText,
  citation: localText,
  validFrom: z.iso.date(),
  /** The last day, or null while it is in force. */
  validTo: z.nullable(z.iso.date()),
  /** Which office layout ballots and minutes follow. */
  documentLayout: z.enum(['party', 'state']),
  /** Left out, a vote of confidence; the annual rating is something else and never summed up with one. */
  kind: z.optional(z.literal('rating')),
  /** Left out, the committee's seats are voted on; `organisations` are named one by one (annual rating). */
  subjects: z.optional(z.literal('organisations')),
  /** In the order in which they stand on the ballot. */
  levels: z.array(labelled).check(z.minLength(1)),
  /** What percentages and tiers are of: ballots collected, or the whole body on the roll. */
  base: z.enum(['collected', 'roll']),
  /** The share of those summoned that must be present; null where the rule names none. */
  quorum: z.nullable(fraction),
  tiers: z.array(tier),
  documentDeadlines: z.array(
    z.strictObject({ kind: identifier, label: localText, daysBefore: z.int().check(z.minimum(0), z.maximum(366)) }),
  ),
  /** Lawful reasons to leave a seat out of the subjects. None: nobody may be left out. */
  exclusionReasons: z.array(exclusionReason),
  /** In how many places somebody with several posts is voted on; null: in each. */
  maximumPlaces: z.nullable(z.int().check(z.minimum(1))),
  /** Whether somebody who is absent may vote by phone. */
  remoteVoting: z.boolean(),
  /** What a name added by hand does to a sheet. */
  namesWrittenIn: z.enum(['invalid', 'ignored']),
  /** Why a whole sheet may be declared invalid. */
  invalidSheetReasons: z.array(labelled).check(z.minLength(1)),
  wording,
  /** Settings that the rule text, as far as it could be read, does not give: what we assumed. */
  assumptions: z.array(localText),
});

export type BallotForm = z.infer<typeof ballotForm>;
export type FormTier = BallotForm['tiers'][number];

/** `field` is a path such as `tiers.0.level`. */
export type FormProblem = {
  field: string;
  reason:
    | 'shape'
    | 'repeated'
    | 'unknown-level'
    | 'not-lowest-terms'
    | 'not-a-share'
    | 'no-lower-bound'
    | 'two-lower-bounds'
    | 'empty-range'
    | 'overlapping'
    | 'out-of-order'
    | 'ends-before-it-begins'
    | 'contradicts-names-written-in';
  detail: string;
};

export type ReadForm = { ok: true; form: BallotForm } | { ok: false; problems: FormProblem[] };

/** Reads what stands in a `form.json`: shape first, then meaning. */
export function readBallotForm(value: unknown): ReadForm {
  const parsed = ballotForm.safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(shapeProblem) };
  const problems = findFormProblems(parsed.data);
  return problems.length === 0 ? { ok: true, form: parsed.data } : { ok: false, problems };
}

/** What is wrong with a form of the right shape; empty when it can be used. */
export function findFormProblems(form: BallotForm): FormProblem[] {
  return [
    ...repeated('levels', 'id', form.levels.map(idOf)),
    ...repeated('exclusionReasons', 'id', form.exclusionReasons.map(idOf)),
    ...repeated('invalidSheetReasons', 'id', form.invalidSheetReasons.map(idOf)),
    ...repeated('documentDeadlines', 'kind', form.documentDeadlines.map(kindOf)),
    ...quorumProblems(form),
    ...form.tiers.flatMap((one, index) => tierProblems(form, one, `tiers.${index}`)),
    ...tierOrderProblems(form),
    ...periodProblems(form),
    ...writtenNameProblems(form),
  ];
}

function idOf(item: { id: string }): string {
  return item.id;
}

function kindOf(item: { kind: string }): string {
  return item.kind;
}

function shapeProblem(issue: { path: PropertyKey[]; message: string }): FormProblem {
  return { field: issue.path.map(String).join('.') || '(whole form)', reason: 'shape', detail: issue.message };
}

function repeated(list: string, key: string, values: string[]): FormProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ field: `${list}.${index}.${key}`, reason: 'repeated' as const, detail: `"${value}" stands twice` }]
      : [],
  );
}

function shareProblems(field: string, share: z.infer<typeof fraction>): FormProblem[] {
  const shown = `${share.numerator}/${share.denominator}`;
  if (share.numerator > share.denominator) {
    return [{ field, reason: 'not-a-share', detail: `${shown} is more than everything` }];
  }
  if (!isLowestShare(share)) return [{ field, reason: 'not-lowest-terms', detail: `${shown} can be shortened` }];
  return [];
}

function quorumProblems(form: BallotForm): FormProblem[] {
  return form.quorum === null ? [] : shareProblems('quorum', form.quorum);
}

function tierProblems(form: BallotForm, one: FormTier, field: string): FormProblem[] {
  const problems: FormProblem[] = [];
  if (!form.levels.some((level) => level.id === one.level)) {
    problems.push({ field: `${field}.level`, reason: 'unknown-level', detail: `no level "${one.level}"` });
  }
  for (const bound of ['over', 'atLeast', 'under'] as const) {
    const share = one[bound];
    if (share !== undefined) problems.push(...shareProblems(`${field}.${bound}`, share));
  }
  return [...problems, ...boundProblems(one, field)];
}

function boundProblems(one: FormTier, field: string): FormProblem[] {
  if (one.over !== undefined && one.atLeast !== undefined) {
    return [{ field: `${field}.over`, reason: 'two-lower-bounds', detail: 'either "over" or "atLeast"' }];
  }
  const lower = one.over ?? one.atLeast;
  if (lower === undefined) return [{ field, reason: 'no-lower-bound', detail: '"over" or "atLeast" is missing' }];
  if (one.under !== undefined && compareFractions(lower, one.under) >= 0) {
    return [{ field: `${field}.under`, reason: 'empty-range', detail: 'the upper bound is not above the lower one' }];
  }
  return [];
}

/** Tiers of one level go up, each beginning where the one before has ended, so that at most one holds. */
function tierOrderProblems(form: BallotForm): FormProblem[] {
  return form.tiers.flatMap((next, index): FormProblem[] => {
    const before = form.tiers.slice(0, index);
    const field = `tiers.${index}`;
    if (before.some((one) => one.tier >= next.tier)) {
      return [{ field: `${field}.tier`, reason: 'out-of-order', detail: 'tiers are numbered upwards' }];
    }
    const lower = next.over ?? next.atLeast;
    const overlapping = before.some(
      (one) =>
        one.level === next.level &&
        lower !== undefined &&
        (one.under === undefined || compareFractions(lower, one.under) < 0),
    );
    return overlapping ? [{ field, reason: 'overlapping', detail: 'begins below the end of an earlier tier' }] : [];
  });
}

function periodProblems(form: BallotForm): FormProblem[] {
  if (form.validTo === null || form.validTo >= form.validFrom) return [];
  return [{ field: 'validTo', reason: 'ends-before-it-begins', detail: `${form.validTo} < ${form.validFrom}` }];
}

/** The tellers' list of reasons must say the same as the setting. */
function writtenNameProblems(form: BallotForm): FormProblem[] {
  const listed = form.invalidSheetReasons.some((reason) => reason.id === 'name-written-in');
  if (listed === (form.namesWrittenIn === 'invalid')) return [];
  const detail = 'the reason "name-written-in" is listed exactly when names written in make a sheet invalid';
  return [{ field: 'invalidSheetReasons', reason: 'contradicts-names-written-in', detail }];
}
