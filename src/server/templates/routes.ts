import { readTemplate } from '../../contract/templates.ts';
import { accept } from '../../domain/decision.ts';
import { listTemplate, templateFileNames } from '../../print/list-templates.ts';
import type { GateKeeper } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { templateXlsx } from './template-xlsx.ts';

/** Workbooks to be filled in, for every list that is taken from a spreadsheet. */
export function templateRoutes(keeper: GateKeeper): void {
  route(keeper, readTemplate, async ({ params: { list }, query: { language } }) => {
    const name = `${templateFileNames[list][language]}.xlsx`;
    const headers = { 'content-disposition': `attachment; filename="${name}"` };
    return { ...accept(await templateXlsx(listTemplate(list, language))), headers };
  });
}
