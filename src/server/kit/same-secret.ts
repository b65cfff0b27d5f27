import { hash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same; how long it takes says nothing about where they differ, nor how long they are. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(a), digest(b));
}
