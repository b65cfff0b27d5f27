import type { LocalText } from '../../domain/text/local-text.ts';

/** @param name as `codePointName` gives it */
export function forbiddenCharacter(name: string): LocalText {
  return {
    vi: `Có ký tự ẩn hoặc điều khiển ${name}, không được dùng ở đây. Hãy gõ lại dòng này.`,
    en: `There is a hidden or steering character ${name}, which cannot stand here. Type this line anew.`,
  };
}
