import { readTemplate } from '../../contract/documents/templates.ts';
import { templateFileNames } from '../../print/list-templates.ts';
import { attachment } from '../http/attachment.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';

/** Workbooks to be filled in, for every list that is taken from a spreadsheet. */
export function templateRoutes(context: RouteContext): void {
  const { pool } = context.deps;
  route(context, readTemplate, async ({ params: { list }, query: { language } }) => {
    const name = `${templateFileNames[list][language]}.xlsx`;
    return attachment(await pool.run('writeTemplate', { list, language }), name);
  });
}
