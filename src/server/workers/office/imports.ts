import type { Handler } from '../jobs.ts';
import { changing, reading } from './beside.ts';
import { judgeImports as judge, takeBack } from './taking-back.ts';

export const judgeImports: Handler<'judgeImports'> = ({ store, work }) =>
  reading(store, ({ imports }) => judge(imports, work));

export const takeBackImport: Handler<'takeBackImport'> = (job) =>
  changing(job, ({ imports }, about) => takeBack(imports, job.work, about));
