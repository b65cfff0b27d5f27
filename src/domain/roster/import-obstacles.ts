/** What can stand in the way of taking an import back. */
export const obstacleCodes = [
  ...(['not-kept', 'later-import', 'committee-changed', 'person-changed', 'seat-changed'] as const),
  ...(['committee-used', 'seat-added', 'session-drawn-up', 'account-made', 'invitation-made', 'role-given'] as const),
  ...(['plan-issued', 'term-entered', 'on-summoned-list', 'review-written', 'name-taken', 'code-taken'] as const),
  ...(['superior-gone', 'circle-of-superiors', 'committee-ended', 'second-seat', 'delegates-changed'] as const),
  ...(['listed-person-changed', 'used-elsewhere'] as const),
] as const;
export type ObstacleCode = (typeof obstacleCodes)[number];

/** One kind of thing that stands in the way. */
export interface Obstacle {
  readonly code: ObstacleCode;
  /** The first of them, as people call them; none where whoever asks must not know them. */
  readonly names: readonly string[];
  readonly count: number;
}

/** So many of each kind are named. */
const named = 5;

/** Collects what stands in the way, each name once. */
export function obstacleList() {
  const found = new Map<ObstacleCode, Set<string>>();
  return {
    /** With null it is there and has no name. */
    add: (code: ObstacleCode, name: string | null) => {
      const names = found.get(code) ?? new Set();
      found.set(code, names);
      if (name !== null) names.add(name);
    },
    isEmpty: () => found.size === 0,
    obstacles: (): Obstacle[] =>
      obstacleCodes.flatMap((code) => {
        const names = found.get(code);
        return names === undefined ? [] : [{ code, names: [...names].slice(0, named), count: names.size }];
      }),
  };
}
export type Obstacles = ReturnType<typeof obstacleList>;
