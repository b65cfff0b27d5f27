import { randomUUID } from 'node:crypto';
import type { Handler } from '../jobs.ts';
import { changing, reading } from './beside.ts';
import { enterDelegateFile, previewDelegateFile } from './delegates-work.ts';
import { previewParticipantFile } from './participants-work.ts';
import { importRosterFile, previewRosterFile } from './roster-work.ts';

export const previewRoster: Handler<'previewRoster'> = ({ store, work }) =>
  reading(store, ({ committees }) => previewRosterFile(committees, work));

export const importRoster: Handler<'importRoster'> = (job) =>
  changing(job, ({ committees }, about) => importRosterFile(committees, job.work, about, randomUUID));

export const previewDelegates: Handler<'previewDelegates'> = ({ store, work }) =>
  reading(store, (stores) => previewDelegateFile(stores, work));

export const enterDelegates: Handler<'enterDelegates'> = (job) =>
  changing(job, (stores) => enterDelegateFile(stores, job.work, randomUUID));

export const previewParticipants: Handler<'previewParticipants'> = ({ store, work }) =>
  reading(store, ({ committees }) => previewParticipantFile(committees, work));
