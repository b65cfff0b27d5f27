/**
 * A queue is full, so the work was not begun and nothing has changed. Thrown by whoever keeps a queue, however deep below an
 * operation; the caller is refused `overloaded` (503) and told when to come again.
 */
export class Overloaded extends Error {
  /** Whole seconds after which there may be room again. */
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('overloaded');
    this.name = 'Overloaded';
    this.retryAfter = retryAfter;
  }
}
