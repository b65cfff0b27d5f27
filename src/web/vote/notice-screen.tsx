import type { ComponentChildren } from 'preact';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';

/** A screen that says one thing: what is the matter and what to do. */
export function NoticeScreen({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <main>
      <ScreenTitle>{title}</ScreenTitle>
      {children}
    </main>
  );
}
