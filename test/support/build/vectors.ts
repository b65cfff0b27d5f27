/**
 * The recorded vectors, by their path under test/vectors; the same in Node and in the browser. Each file is a module of
 * its own, so that a test loads only what it names.
 */
const texts = import.meta.glob<string>(['../../vectors/**/*', '!../../vectors/**/*.bel', '!../../vectors/**/*.gz'], {
  query: '?raw',
  import: 'default',
});
const dataAddresses = import.meta.glob<string>(['../../vectors/**/*.bel', '../../vectors/**/*.gz'], {
  query: '?url&inline',
  import: 'default',
});

async function load(modules: Record<string, () => Promise<string>>, path: string): Promise<string> {
  const module = modules[`../../vectors/${path}`];
  if (module === undefined) throw new Error(`no vector ${path}`);
  return module();
}

/** The text of a vector file. */
export function vectorText(path: string): Promise<string> {
  return load(texts, path);
}

/** The content of a JSON vector file. The caller names the type: the vectors are ours. */
export async function vectorJson<Content>(path: string): Promise<Content> {
  return JSON.parse(await vectorText(path)) as Content;
}

/** The bytes of an archive (`.bel`), unpacked where it is stored compressed (`.bel.gz`). */
export async function vectorBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(await load(dataAddresses, path));
  if (!path.endsWith('.gz') || response.body === null) return new Uint8Array(await response.arrayBuffer());
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** The paths of all vector files. */
export function vectorPaths(): string[] {
  return [...Object.keys(texts), ...Object.keys(dataAddresses)]
    .map((path) => path.slice('../../vectors/'.length))
    .sort();
}
