import { useStore } from '../device/use-store.ts';
import { useTranslation } from '../show/sentences.ts';
import { frameSentences } from './frame-sentences.ts';
import { chooseLanguage, preferences, stepTextSize, textSizes } from './preferences.ts';

/** To what the page is about. No link: the fragment of the address says which screen it is. */
function skip(): void {
  const main = document.querySelector('main');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}

/** The head of every page: what this is, the other language in one tap, and the size of the type. */
export function Masthead() {
  const { language, t } = useTranslation(frameSentences);
  const { textSize } = useStore(preferences);
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <header class="masthead">
      <button type="button" class="skip-link" onClick={skip}>
        {t('skip')}
      </button>
      <p class="masthead-name">{t('service')}</p>
      <div class="masthead-tools">
        <button type="button" class="tool" onClick={() => chooseLanguage(other)} lang={other}>
          {t('otherLanguage')}
        </button>
        <button
          type="button"
          class="tool tool-smaller"
          aria-label={t('smaller')}
          disabled={textSize === textSizes[0]}
          onClick={() => stepTextSize(-1)}
        >
          A
        </button>
        <button
          type="button"
          class="tool tool-larger"
          aria-label={t('larger')}
          disabled={textSize === textSizes[textSizes.length - 1]}
          onClick={() => stepTextSize(1)}
        >
          A
        </button>
      </div>
    </header>
  );
}
