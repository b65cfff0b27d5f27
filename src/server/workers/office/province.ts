import { randomUUID } from 'node:crypto';
import type { Handler } from '../jobs.ts';
import { changing, reading } from './beside.ts';
import { exportFile, importFile, previewFile } from './province-work.ts';

export const previewProvince: Handler<'previewProvince'> = ({ store, work }) =>
  reading(store, ({ committees }) => previewFile(committees, work));

export const exportProvince: Handler<'exportProvince'> = ({ store, work }) =>
  reading(store, ({ committees }) => exportFile(committees, work));

export const importProvince: Handler<'importProvince'> = (job) =>
  changing(job, ({ committees }, about) => importFile(committees, job.work, about, randomUUID));
