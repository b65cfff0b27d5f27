import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { ImportCount } from '../../../domain/roster/import-diff.ts';
import { importKinds } from '../../../domain/roster/kept-import.ts';
import type { StoredTakingBack } from '../stored-taking-back.ts';
import { json } from './columns.ts';

/** Ids of committees and people that were taken back. */
export const goneTable = pgTable('gone_id', { id: text().primaryKey() });

/** Lists that were imported. `image` and `built_before` are null once an import cannot be taken back any more. */
export const importTable = pgTable(
  'kept_import',
  {
    /** In the order in which they came; the step that keeps one counts on, under the lock of the roster. */
    number: integer().primaryKey(),
    id: text().notNull().unique(),
    kind: text({ enum: importKinds }).notNull(),
    accountId: text('by_account').notNull(),
    at: text().notNull(),
    committeeId: text('committee_id'),
    term: text(),
    committeeIds: json('committee_ids').$type<readonly CommitteeId[]>().notNull(),
    counts: json().$type<readonly ImportCount[]>().notNull(),
    takenBack: json('taken_back').$type<StoredTakingBack>(),
    /** What there was before: ids of sessions and plans, as JSON. */
    builtBefore: text('built_before'),
    /** What it replaced, as JSON. */
    image: text(),
  },
  (table) => [index('kept_import_place').on(table.committeeId, table.number)],
);
