import { readFile, writeFile } from 'node:fs/promises';
import { main } from 'assemblyscript/asc';

const source = 'assembly/module.ts';
const target = 'src/protocol/arithmetic/wasm-module.ts';

/**
 * Compiles the AssemblyScript module and returns the file that holds it. It is kept in the repository, so that neither
 * the service nor its installation needs the compiler; a test checks that it is what the source compiles to.
 */
export async function buildModule(): Promise<string> {
  let binary: Uint8Array | undefined;
  const options = ['--outFile', 'module.wasm', '-O3', '--converge', '--noAssert', '--runtime', 'stub'];
  const { error, stderr } = await main([source, ...options, '--initialMemory', '16'], {
    readFile: (name) => readFile(name, 'utf8').catch(() => null),
    writeFile: (name, contents) => {
      if (name === 'module.wasm' && typeof contents !== 'string') binary = contents;
    },
  });
  if (error !== null || binary === undefined) throw new Error(`${source} does not compile: ${stderr.toString()}`);
  const lines =
    Buffer.from(binary)
      .toString('hex')
      .match(/.{1,110}/g) ?? [];
  const text = lines.map((line) => `  '${line}',`).join('\n');
  return `// Made by \`npm run wasm\` from ${source}; not to be edited.

/** The compiled module in hexadecimal. */
export const wasmModule = [
${text}
].join('');
`;
}

if (import.meta.main) await writeFile(target, await buildModule());
