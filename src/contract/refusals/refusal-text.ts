import type { LocalText } from '../../domain/text/local-text.ts';

/** What the world is told: the HTTP status and one sentence that says what to do or what is wrong. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503 | 507;
  readonly sentence: LocalText;
}
