import letters from 'heroicons/24/outline/language.svg?icon';
import type { ComponentChildren } from 'preact';
import { useStore } from '../device/use-store.ts';
import { Icon } from '../show/icon.tsx';
import { useTranslation } from '../show/sentences.ts';
import { frameSentences } from './frame-sentences.ts';
import { Mark } from './mark.tsx';
import { chooseLanguage, preferences, stepTextSize, textSizes } from './preferences.ts';
import { useDisclosure } from './use-disclosure.ts';

/** To what the page is about. No link: the fragment of the address says which screen it is. */
function skip(): void {
  const main = document.querySelector('main');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}

/** Whose service this is; the service writes it into the page (`server/pages/office-name.ts`). */
const office = document.querySelector<HTMLMetaElement>('meta[name="office"]')?.content ?? '';

interface Props {
  /** Whoever is signed in: the name leads to their own page. */
  readonly home?: boolean;
  /** Between the name and the button, where there is room for them. */
  readonly pages?: ComponentChildren;
  /** On the button; by default what everybody finds behind it. */
  readonly button?: ComponentChildren;
  /** Behind the button, before language and size of the type. */
  readonly children?: ComponentChildren;
}

/** The head of every page: one bar with what this is, and one button for all that is not the page itself. */
export function Masthead({ home = false, pages, button, children }: Props) {
  const { t } = useTranslation(frameSentences);
  const { isOpen, toggle, close, around, opener } = useDisclosure<HTMLElement>();
  const name = (
    <>
      <Mark />
      <span class="brand-name">
        {t('service')}
        {office !== '' && <small>{office}</small>}
      </span>
    </>
  );
  return (
    <header class="masthead" ref={around}>
      <button type="button" class="skip-link" onClick={skip}>
        {t('skip')}
      </button>
      {home ? (
        <a class="brand" href="/">
          {name}
        </a>
      ) : (
        <p class="brand">{name}</p>
      )}
      {pages}
      <button type="button" class="tool menu-button" ref={opener} aria-expanded={isOpen} onClick={toggle}>
        {button ?? (
          <>
            <Icon lines={letters} />
            <span>
              {t('textSize')}
              <span class="heard">{t('andLanguage')}</span>
            </span>
          </>
        )}
      </button>
      {isOpen && (
        <div class="menu">
          {children}
          <ReadingTools onLanguage={close} />
        </div>
      )}
    </header>
  );
}

/** The other language, and the size of the type, whose steps are tried one after the other. */
function ReadingTools({ onLanguage }: { onLanguage(): void }) {
  const { language, t } = useTranslation(frameSentences);
  const { textSize } = useStore(preferences);
  const other = language === 'vi' ? 'en' : 'vi';
  const choose = () => {
    chooseLanguage(other);
    onLanguage();
  };
  return (
    <div class="reading-tools">
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
      <button type="button" class="tool" onClick={choose} lang={other}>
        {t('otherLanguage')}
      </button>
    </div>
  );
}
