import * as z from 'zod/mini';
import { reportKinds, reportPeriods } from '../../../domain/half-term/report.ts';

/** What a voter reads before marking. */
export const votersDocument = z.intersection(
  z.object({
    title: z.string(),
    /** Whose it is; null: the whole conference's. */
    of: z.nullable(z.string()),
  }),
  z.union([
    z.object({ kind: z.literal('dossier'), dossierId: z.string() }),
    z.object({ kind: z.literal('report'), period: z.enum(reportPeriods), report: z.enum(reportKinds) }),
  ]),
);
export type VotersDocument = z.infer<typeof votersDocument>;
