import type { Language } from '../../domain/text/local-text.ts';

/** A percentage as the language writes it: `57,14%` in Vietnamese. */
export function showPercent(language: Language, percent: string): string {
  return `${language === 'vi' ? percent.replace('.', ',') : percent}%`;
}
