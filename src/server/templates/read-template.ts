import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type { readTemplate as contract } from '../../contract/documents/templates.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';

export async function readTemplate({ pool }: Deps, { params: { list }, query: { language } }: Call<typeof contract>) {
  const name = fileName({ kind: fileKinds[`${list}Template`], language, ending: 'xlsx' });
  return attachment(await pool.run('writeTemplate', { list, language }), name);
}
