/** Beside words that say the same; `lines` as `import lines from 'heroicons/24/outline/….svg?icon'` has them. */
export function Icon({ lines }: { readonly lines: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={lines} />
    </svg>
  );
}
