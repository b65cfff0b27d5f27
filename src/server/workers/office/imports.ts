import { judgeImports as judge, takeBack } from '../../imports/taking-back.ts';
import type { Handler } from '../jobs.ts';
import { changing, reading } from './beside.ts';

export const judgeImports: Handler<'judgeImports'> = ({ folder, work }) =>
  reading(folder, ({ imports }) => judge(imports, work));

export const takeBackImport: Handler<'takeBackImport'> = (job) =>
  changing(job, ({ imports }, about) => takeBack(imports, job.work, about));
