import type { readTemplate as contract } from '../../contract/documents/templates.ts';
import { templateFileNames } from '../../print/list-templates.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';

export async function readTemplate({ pool }: Deps, { params: { list }, query: { language } }: Call<typeof contract>) {
  const name = `${templateFileNames[list][language]}.xlsx`;
  return attachment(await pool.run('writeTemplate', { list, language }), name);
}
