import type { Operation } from '../../contract/operation.ts';
import { commonRefusals, type RefusalCode, refusals } from '../../contract/refusals.ts';

type Description = { readonly [path: string]: { readonly [method: string]: Record<string, unknown> } };

/** The API reference as one page of plain HTML, made from the API description: no script, nothing from elsewhere. */
export function referencePage(operations: readonly Operation[], description: Record<string, unknown>): string {
  const tags = [...Map.groupBy(operations, ({ tag }) => tag)];
  const paths = description.paths as Description;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Phiếu tín nhiệm</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<h1>Giao diện lập trình <span lang="en" class="en">· API reference</span></h1>
<p>Mô tả đầy đủ theo OpenAPI 3.1 <span lang="en" class="en">· the whole description as OpenAPI 3.1</span>: <a href="/api/openapi.json">openapi.json</a></p>
<nav><ul>${tags.map(([tag, listed]) => `<li>${html(tag)}: ${listed.map(link).join(', ')}</li>`).join('\n')}</ul></nav>
${tags.map(([tag, listed]) => `<h2>${html(tag)}</h2>\n${listed.map((declared) => section(declared, paths)).join('\n')}`).join('\n')}
<h2>Lược đồ <span lang="en" class="en">· Schemas</span></h2>
${Object.entries((description.components as { schemas: object }).schemas)
  .map(([name, schema]) => `<h3 id="schema-${html(name)}">${html(name)}</h3>\n${json(schema)}`)
  .join('\n')}
<h2>Lý do từ chối chung <span lang="en" class="en">· Common refusals</span></h2>
${refusalTable(commonRefusals)}
</main>
</body>
</html>
`;
}

function link({ id }: Operation): string {
  return `<a href="#${id}">${id}</a>`;
}

function section(declared: Operation, paths: Description): string {
  const { id, method, path, summary, access, refusals: own } = declared;
  const described = paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()];
  const success = Object.entries((described?.responses ?? {}) as object).filter(([status]) => status.startsWith('2'));
  const parameters = (described?.parameters ?? []) as readonly unknown[];
  return `<section id="${id}">
<h3><code>${method} ${html(path)}</code></h3>
<p>${html(summary.vi)} <span lang="en" class="en">· ${html(summary.en)}</span></p>
<p>Ai được gọi <span lang="en" class="en">· open to any of</span>: <code>${access.join('</code>, <code>')}</code></p>
${parameters.length > 0 ? details('Tham số', 'parameters', parameters) : ''}
${described?.requestBody ? details('Nội dung gửi', 'body', (described.requestBody as { content: object }).content) : ''}
${details('Trả lời', 'answer', Object.fromEntries(success))}
${own.length > 0 ? refusalTable(own) : ''}
</section>`;
}

function details(vi: string, en: string, value: unknown): string {
  return `<details><summary>${vi} <span lang="en" class="en">· ${en}</span></summary>${json(value)}</details>`;
}

function json(value: unknown): string {
  const text = html(JSON.stringify(value, null, 2));
  const linked = text.replace(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$1</a>');
  return `<pre>${linked}</pre>`;
}

function refusalTable(codes: readonly RefusalCode[]): string {
  const rows = codes.map((code) => {
    const { status, sentence } = refusals[code];
    return `<tr><td>${status}</td><td><code>${code}</code></td><td>${html(sentence.vi)}<br><span lang="en" class="en">${html(sentence.en)}</span></td></tr>`;
  });
  return `<table><tbody>${rows.join('\n')}</tbody></table>`;
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
