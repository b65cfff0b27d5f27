import type { AuditObject } from '../../domain/audit.ts';
import type { About } from '../store/audit-intent.ts';
import { pendingIntent } from '../store/audit-intent.ts';
import type { NotedJobs, OnStore } from './jobs.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Lets a worker make a change of the operation that is going on, and keep the audit log's note of it in the same step. */
export async function runNoted<Name extends keyof NotedJobs>(
  pool: WorkerPool,
  name: Name,
  job: OnStore<NotedJobs[Name]['work']>,
  about: About,
): Promise<NotedJobs[Name]['answer']> {
  const intent = pendingIntent();
  const [note] = intent?.notes() ?? [];
  if (intent === undefined || note === undefined) throw new Error(`${name}: a change that nobody notes`);
  const done = await pool.run<keyof NotedJobs>(name, { ...job, note } as never);
  const objects: readonly Partial<AuditObject>[] | null = done.about;
  // Of a success that changed nothing the log is told here.
  if (objects !== null) about(...objects);
  intent.isKept = done.isNoted;
  return done.answer;
}
