import { accept, type Ruling } from '../../domain/ruling.ts';

/** That something was done, or why it was not, for operations that answer with nothing. */
export async function withoutValue<Refusal extends string>(
  changing: Promise<Ruling<unknown, Refusal>>,
): Promise<Ruling<undefined, Refusal>> {
  const changed = await changing;
  return changed.ok ? accept(undefined) : changed;
}
