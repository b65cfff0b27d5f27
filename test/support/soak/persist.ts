import type { KilledService } from './killed-service.ts';

/**
 * Does something as people do who are cut off in the middle: they look whether it is done, and do it again if not. An
 * error that no kill explains is thrown.
 * @param isDone left out where doing it twice is as good as once
 */
export async function persist(
  service: KilledService,
  work: () => Promise<unknown>,
  isDone: () => Promise<boolean> = async () => false,
): Promise<void> {
  for (;;) {
    const starts = service.starts();
    const cutOff = service.cutOff();
    try {
      await work();
      return;
    } catch (error) {
      if (service.starts() === starts && service.cutOff() === cutOff) throw error;
      if (await isDone()) return;
    }
  }
}

/** The same for work that gives something, which is given by the attempt that gets through. */
export async function persistFor<Value>(service: KilledService, work: () => Promise<Value>): Promise<Value> {
  const given: Value[] = [];
  await persist(service, async () => void given.push(await work()));
  return given[0] as Value;
}
