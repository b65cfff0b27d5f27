import type { LocalText } from '../../domain/text/local-text.ts';

/** A rank as pages name it. */
export interface ShownRank {
  readonly id: string;
  readonly label: LocalText;
}

/** The rank's name; a rank that is no longer known keeps its id. */
export function rankLabel(own: (text: LocalText) => string, ranks: readonly ShownRank[], id: string): string {
  const rank = ranks.find((one) => one.id === id);
  return rank ? own(rank.label) : id;
}
