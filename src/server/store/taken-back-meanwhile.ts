/**
 * A step was about to name somebody, or a committee, that was there when it was looked up and has been taken back with
 * its import since; nothing was kept. The one exception that is not a bug: no decision can foresee it.
 */
export class TakenBackMeanwhile extends Error {
  constructor() {
    super('taken back meanwhile');
    this.name = 'TakenBackMeanwhile';
  }
}
