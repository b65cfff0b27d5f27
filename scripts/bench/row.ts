/** One figure of a bench, as `--json` writes it. */
export interface Row {
  readonly name: string;
  readonly value: number;
  /** What it must not pass; null where it is told for comparison only. */
  readonly target: number | null;
  readonly unit: string;
  readonly ok: boolean;
}

export function atMost(target: number, name: string, value: number, unit: string): Row {
  return { name, value: rounded(value), target, unit, ok: value <= target };
}

export function atLeast(target: number, name: string, value: number, unit: string): Row {
  return { name, value: rounded(value), target, unit, ok: value >= target };
}

export function told(name: string, value: number, unit: string): Row {
  return { name, value: rounded(value), target: null, unit, ok: true };
}

/** More digits than a noisy machine can stand for. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

export function inWords({ name, value, target, unit, ok }: Row): string {
  const wanted = target === null ? '' : `  (target ${target})${ok ? '' : '  NOT MET'}`;
  return `  ${name.padEnd(64)} ${String(value).padStart(9)} ${unit}${wanted}`;
}
