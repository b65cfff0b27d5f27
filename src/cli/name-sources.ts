import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * Lets the stacks of errors in what was built name the sources. Node's own `--enable-source-maps` reads every map at once
 * and keeps it, thirty megabytes in each thread; here a map is read with the first error that passes through its file.
 */
const maps = new Map<string, SourceMap>();
const place = /file:\/\/\S*?\/dist\/service\/[^/]+\/[^/:]+\.js(?=:\d)/;

function mapOf(url: string): SourceMap {
  const map = maps.get(url) ?? new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')));
  maps.set(url, map);
  return map;
}

/** A line of a stack, with the source's place where it told a built one. */
function named(frame: NodeJS.CallSite): string {
  const told = String(frame);
  const url = place.exec(told)?.[0];
  if (url === undefined) return told;
  const origin = mapOf(url).findOrigin(frame.getLineNumber() ?? 0, frame.getColumnNumber() ?? 0);
  if (!('fileName' in origin)) return told;
  const { href } = new URL(origin.fileName, url);
  return told.replace(/file:\/\/[^)\s]+/, `${href}:${origin.lineNumber}:${origin.columnNumber}`);
}

Error.prepareStackTrace = (error, frames) =>
  [Error.prototype.toString.call(error), ...frames.map(named)].join('\n    at ');
