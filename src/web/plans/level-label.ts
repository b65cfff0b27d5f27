import type { LocalText } from '../../domain/text/local-text.ts';

/** A level as pages name it. */
export interface ShownLevel {
  readonly id: string;
  readonly label: LocalText;
}

/** The level's name; a level that is no longer known keeps its id. */
export function levelLabel(own: (text: LocalText) => string, levels: readonly ShownLevel[], id: string): string {
  const level = levels.find((one) => one.id === id);
  return level ? own(level.label) : id;
}
