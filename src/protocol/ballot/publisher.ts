import type { Group, Point } from '../arithmetic/group.ts';
import { eighth } from '../arithmetic/scalar.ts';
import { joinBytes } from '../encoding/bytes.ts';

/**
 * How the points of a ballot are computed and written. Plainly: as they are. With a hint: whoever computes the points
 * raises to exponents multiplied by `scale` and so gets their eighth roots, which the hint lists; three doublings then
 * give the points. No power more is needed for it.
 */
export interface Publisher {
  readonly makesHint: boolean;
  /** 1 or 1/8 modulo q: what every exponent is multiplied by. */
  readonly scale: bigint;
  /** The points meant by these (roots of) points, with their texts; the roots are added to the hint in this order. */
  publish(roots: readonly Point[]): { readonly points: readonly Point[]; readonly texts: readonly string[] };
  /** The coordinates of all roots so far; undefined without a hint. */
  hint(): Uint8Array | undefined;
}

/** A publisher that makes a hint where that is wanted and the backend can. */
export function publisher(group: Group, withHint: boolean): Publisher {
  const { writeEighths } = group;
  if (!withHint || writeEighths === undefined) {
    return {
      makesHint: false,
      scale: 1n,
      publish: (points) => ({ points, texts: group.encodeAll(points) }),
      hint: () => undefined,
    };
  }
  const parts: Uint8Array[] = [];
  return {
    makesHint: true,
    scale: eighth,
    publish(roots) {
      const { coordinates, powers } = writeEighths(roots);
      parts.push(coordinates);
      return { points: powers.map(({ point }) => point), texts: powers.map(({ text }) => text) };
    },
    hint: () => joinBytes(parts),
  };
}
