import { useLayoutEffect } from 'preact/hooks';

const said: { page?: string; screen?: string | undefined } = {};

/** The screen first: of many tabs only the beginnings can be read. */
function show(): void {
  const { page = document.title, screen } = said;
  said.page = page;
  document.title = screen === undefined || screen === page ? page : `${screen} – ${page}`;
}

/** What the browser's tab says of the page; its screens say themselves by their `ScreenTitle`. */
export function usePageTitle(title: string): void {
  useLayoutEffect(() => {
    said.page = title;
    show();
  }, [title]);
}

/**
 * What the tab says of the screen, as its heading reads now.
 * @param read the heading's text once it stands
 */
export function useTabTitle(read: () => string | undefined): void {
  useLayoutEffect(() => {
    said.screen = read();
    show();
  });
  useLayoutEffect(
    () => () => {
      said.screen = undefined;
      show();
    },
    [],
  );
}
