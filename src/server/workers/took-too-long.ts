/**
 * A job needed more time or memory than is given to one of its kind and was ended; nothing of it was kept. The caller is
 * refused `took-too-long` (422), since the same file would take as long again.
 */
export class TookTooLong extends Error {
  constructor() {
    super('took-too-long');
    this.name = 'TookTooLong';
  }
}
