import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { fitsSearch, searchKey, searchWords } from '../../../domain/text/search-key.ts';
import { TextField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';

/** So many lines at once: a longer list is searched, not scrolled. */
const maxShown = 100;

export interface PersonSearch<Item> {
  readonly text: string;
  setText(text: string): void;
  readonly shown: readonly Item[];
  /** How many more answer the search. */
  readonly left: number;
}

/** Narrows a long list by what is typed of a name, with or without diacritics. */
export function useRollSearch<Item extends { readonly name: string }>(items: readonly Item[]): PersonSearch<Item> {
  const [text, setText] = useState('');
  const words = searchWords(text);
  const found = items.filter(({ name }) => fitsSearch(searchKey(name), words));
  return { text, setText, shown: found.slice(0, maxShown), left: Math.max(0, found.length - maxShown) };
}

interface Props<Item> {
  readonly search: PersonSearch<Item>;
  readonly children?: ComponentChildren;
}

export function RollSearch<Item>({ search, children }: Props<Item>) {
  const { t } = useTranslation(sentences);
  return (
    <div class="search">
      <TextField
        label={t('searchName')}
        hint={t('searchNameHint')}
        type="search"
        value={search.text}
        onInput={search.setText}
        autocomplete="off"
      />
      {children}
      <p class="quiet small" role="status">
        {search.left > 0 ? t('moreFound', { count: search.left }) : t('foundCount', { count: search.shown.length })}
      </p>
    </div>
  );
}
