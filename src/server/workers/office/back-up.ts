import { makeBackup } from '../../operate/backup/make-backup.ts';
import type { Handler } from '../jobs.ts';

export const backUp: Handler<'backUp'> = ({ folder, target, at }) => makeBackup(folder, target, new Date(at));
