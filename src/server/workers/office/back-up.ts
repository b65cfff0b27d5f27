import type { Handler } from '../jobs.ts';
import { makeBackup } from './make-backup.ts';

export const backUp: Handler<'backUp'> = ({ folder, target, at }) => makeBackup(folder, target, new Date(at));
