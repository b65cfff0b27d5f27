/** Says that something was done; there for screen readers even while it is empty. */
export function DoneNote({ text }: { readonly text: string | undefined }) {
  return <div role="status">{text !== undefined && <p class="note">{text}</p>}</div>;
}
