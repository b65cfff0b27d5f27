import { cardGroups } from '../../client/teller/key-card.ts';

/** A card's digits for people to read, in numbered groups. */
export function CardDigits({ seed }: { readonly seed: string }) {
  return (
    <ol class="card-digits" translate={false}>
      {(cardGroups(seed) ?? []).map((group) => (
        // No two groups are alike: each says its place.
        <li key={group}>
          {group.slice(0, 3)} {group.slice(3)}
        </li>
      ))}
    </ol>
  );
}
