// Loaded before everything else in a service's process: its threads sit in one call of the system until nobody writes to
// a pipe any more, as on a disk that does not answer.
import { spawnSync } from 'node:child_process';
import { isMainThread } from 'node:worker_threads';

const { SITS_ON } = process.env;
if (!isMainThread && SITS_ON !== undefined) spawnSync('cat', [SITS_ON]);
