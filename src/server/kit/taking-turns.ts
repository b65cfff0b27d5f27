/** Work on one thing, one after the other; work on different things does not wait for each other. */
export interface Turns {
  /** Undefined, and nothing is done, when too many wait for this thing already. */
  take<Value>(key: string, work: () => Promise<Value>): Promise<Value> | undefined;
}

/** @param mostWaiting behind the one whose turn it is */
export function takingTurns(mostWaiting: number): Turns {
  const lines = new Map<string, { length: number; last: Promise<unknown> }>();
  return {
    take: (key, work) => {
      const line = lines.get(key) ?? { length: 0, last: Promise.resolve() };
      if (line.length > mostWaiting) return undefined;
      line.length += 1;
      lines.set(key, line);
      const done = () => {
        line.length -= 1;
        if (line.length === 0) lines.delete(key);
      };
      const turn = line.last.then(work);
      // Whoever took the turn learns of a failure; the next in line goes on either way.
      line.last = turn.then(done, done);
      return turn;
    },
  };
}
