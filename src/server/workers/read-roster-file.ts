import { readRosterFile as read } from '../roster-file.ts';
import type { Handler } from './jobs.ts';

export const readRosterFile: Handler<'readRosterFile'> = ({ file }) => read(file);
