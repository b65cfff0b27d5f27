import * as z from 'zod/mini';

export const importId = z.uuid().brand<'ImportId'>();

export type ImportId = z.infer<typeof importId>;
