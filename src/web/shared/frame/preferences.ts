import type { Language } from '../../../domain/text/local-text.ts';
import { storageIn } from '../device/device-storage.ts';
import { createStore } from '../device/store.ts';

/** Steps of the type's size, in percent of the page's own. */
export const textSizes = [100, 115, 130, 150] as const;
export type TextSize = (typeof textSizes)[number];

interface Preferences {
  readonly language: Language;
  readonly textSize: TextSize;
}

const kept = storageIn(() => localStorage);
const languageName = 'phieu.language';
const textSizeName = 'phieu.text-size';

/** What somebody chose on this device for all pages. */
export const preferences = createStore<Preferences>({
  language: kept.read(languageName) === 'en' ? 'en' : 'vi',
  textSize: textSizes.find((size) => String(size) === kept.read(textSizeName)) ?? 100,
});

/** Puts the choices on the document, now and whenever they change. */
export function applyPreferences(): void {
  const apply = () => {
    const { language, textSize } = preferences.get();
    document.documentElement.lang = language;
    document.documentElement.setAttribute('data-text-size', String(textSize));
  };
  preferences.watch(apply);
  apply();
}

export function chooseLanguage(language: Language): void {
  kept.write(languageName, language);
  preferences.set({ language });
}

/** The next larger or smaller size; at the ends nothing changes. */
export function stepTextSize(step: 1 | -1): void {
  const { textSize } = preferences.get();
  const next = textSizes[textSizes.indexOf(textSize) + step] ?? textSize;
  kept.write(textSizeName, String(next));
  preferences.set({ textSize: next });
}
