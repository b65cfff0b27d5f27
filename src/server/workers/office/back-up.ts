import type { Handler } from '../jobs.ts';
import { makeBackup } from './make-backup.ts';

export const backUp: Handler<'backUp'> = ({ target, at, ...kept }) => makeBackup(kept, target, new Date(at));
