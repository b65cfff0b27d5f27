/** The service's mark: a marked paper on its way into the box. Drawn as `/icon.svg` is, which `frame.test.ts` holds. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#96181b" />
      <path d="M9 5h14v14H9z" fill="#fff" />
      <path d="m12.5 11.5 2.6 2.6 4.6-5" fill="none" stroke="#96181b" stroke-width="2.4" />
      <path d="M5 19h22v7a1.5 1.5 0 0 1-1.5 1.5h-19A1.5 1.5 0 0 1 5 26z" fill="#f3d9a6" />
      <path d="M9 19h14v2H9z" fill="#96181b" />
    </svg>
  );
}
