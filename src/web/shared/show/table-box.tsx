import type { ComponentChildren } from 'preact';

/** Around a table: scrolls by itself on a narrow screen, with the keyboard too. */
export function TableBox({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus
    <section class="table-box" tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
