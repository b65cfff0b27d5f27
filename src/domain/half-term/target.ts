/** One target of the congress's resolution, and how far the half term has come. */
export interface ResolutionTarget {
  readonly name: string;
  /** As the resolution says it, for example `%` or `triệu đồng/người/năm`. */
  readonly unit: string;
  /** Whether the number is a floor or a ceiling. */
  readonly direction: TargetDirection;
  readonly target: number;
  /** Null while it is not known. */
  readonly reached: number | null;
}

/** As many as one resolution may have. */
export const mostTargets = 300;

export const targetDirections = ['at-least', 'at-most'] as const;
export type TargetDirection = (typeof targetDirections)[number];

export const targetStandings = ['exceeded', 'met', 'not-met', 'not-known'] as const;
export type TargetStanding = (typeof targetStandings)[number];

/** What the two numbers say; nobody enters it. Exactly the target is met, beyond it in its direction exceeded. */
export function standingOf({ direction, target, reached }: ResolutionTarget): TargetStanding {
  if (reached === null) return 'not-known';
  if (reached === target) return 'met';
  return reached > target === (direction === 'at-least') ? 'exceeded' : 'not-met';
}

export type TargetCounts = Readonly<Record<TargetStanding, number>>;

/** How many targets stand how. */
export function countTargets(targets: readonly ResolutionTarget[]): TargetCounts {
  const counts = { exceeded: 0, met: 0, 'not-met': 0, 'not-known': 0 };
  for (const target of targets) counts[standingOf(target)] += 1;
  return counts;
}
