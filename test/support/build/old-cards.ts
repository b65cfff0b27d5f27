/** Key cards as the release before digits wrote them: `words` is null where twelve words could not say the seed. */
export const oldCards: readonly {
  readonly seed: string;
  readonly words: string | null;
  readonly characters: string;
}[] = [
  {
    seed: 'JwLGLmhCWFQoZuuhW62V5c',
    words: 'mule arctic chapter chef rotate squeeze myth aim stove nut morning chest',
    characters: 'JwLG LmhC WFQo Zuuh W62V 5cum',
  },
  {
    seed: '4FBD9W8gSR19jbSPo7zBmj',
    words: 'bottom couch report mixture shy destroy nurse buddy away purpose cradle ceiling',
    characters: '4FBD 9W8g SR19 jbSP o7zB mjWu',
  },
  {
    seed: 'YcVfxkQb6JRzqk5kF2tNLv',
    words: 'zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong',
    characters: 'YcVf xkQb 6JRz qk5k F2tN LvKk',
  },
  {
    seed: '1111111111111111111111',
    words: 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about',
    characters: '1111 1111 1111 1111 1111 11FR',
  },
  { seed: 'zzzzzzzzzzzzzzzzzzzzzz', words: null, characters: 'zzzz zzzz zzzz zzzz zzzz zz13' },
];
