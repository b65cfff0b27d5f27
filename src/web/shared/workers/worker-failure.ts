/**
 * `not-loaded`: nothing was done. `threw`: the program that was asked, and the worker goes on. `broke`: the worker, by
 * something that no program heard; `died`: it is gone. What was asked may have been done then, wholly or in part.
 */
export type WorkerFault = 'not-loaded' | 'threw' | 'broke' | 'died';

/** A worker did not do what it was asked: a network that is away, a browser without memory, a bug. */
export class WorkerFailure extends Error {
  readonly fault: WorkerFault;

  constructor(fault: WorkerFault, message = '') {
    super(message === '' ? fault : `${fault}: ${message}`);
    this.fault = fault;
  }
}
