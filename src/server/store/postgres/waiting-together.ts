/** Does what waits for the same thing together: whatever comes while the ones before are being done. */
export type WaitingTogether<Key, Item, Result> = (key: Key, item: Item) => Promise<Result>;

/**
 * @param most at once
 * @param run what each of them comes to, in order; where it throws for several, each is done alone
 */
export function waitingTogether<Key, Item, Result>(
  most: number,
  run: (key: Key, items: readonly Item[]) => Promise<readonly Result[]>,
): WaitingTogether<Key, Item, Result> {
  type Waiting = { readonly item: Item } & PromiseWithResolvers<Result>;
  const lanes = new Map<Key, Waiting[]>();
  const runSome = async (key: Key, some: readonly Waiting[]): Promise<void> => {
    try {
      const results = await run(
        key,
        some.map(({ item }) => item),
      );
      for (const [at, { resolve }] of some.entries()) resolve(results[at] as Result);
    } catch (error) {
      if (some.length > 1) await Promise.all(some.map((one) => runSome(key, [one])));
      else for (const { reject } of some) reject(error);
    }
  };
  const runLane = async (key: Key, lane: Waiting[]): Promise<void> => {
    // Those that come in the same turn of the loop go together.
    await Promise.resolve();
    while (lane.length > 0) await runSome(key, lane.splice(0, most));
    lanes.delete(key);
  };
  return (key, item) => {
    const waiting = { item, ...Promise.withResolvers<Result>() };
    const lane = lanes.get(key);
    if (lane === undefined) {
      const begun = [waiting];
      lanes.set(key, begun);
      void runLane(key, begun);
    } else lane.push(waiting);
    return waiting.promise;
  };
}
