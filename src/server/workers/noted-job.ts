import type { AuditObject } from '../../domain/audit.ts';
import type { Deps } from '../deps.ts';
import type { About } from '../store/audit-intent.ts';
import type { NotedJobs, OnStore } from './jobs.ts';

/** Lets a worker make a change of the operation that is going on, and keep the audit log's note of it in the same step. */
export async function runNoted<Name extends keyof NotedJobs>(
  { pool, note: intent }: Pick<Deps, 'pool' | 'note'>,
  name: Name,
  job: OnStore<NotedJobs[Name]['work']>,
  about: About,
): Promise<NotedJobs[Name]['answer']> {
  const [note] = intent?.notes() ?? [];
  if (intent === undefined || note === undefined) throw new Error(`${name}: a change that nobody notes`);
  const done = await pool.run<keyof NotedJobs>(name, { ...job, note } as never);
  const objects: readonly Partial<AuditObject>[] | null = done.about;
  // Of a success that changed nothing the log is told here.
  if (objects !== null) about(...objects);
  intent.isKept = done.isNoted;
  return done.answer;
}
