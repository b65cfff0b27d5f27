import { readFile, writeFile } from 'node:fs/promises';
import { main } from 'assemblyscript/asc';

/** A module of assembly/ and the file that it is kept in. */
interface Source {
  readonly source: string;
  readonly target: string;
  /** What the file calls it. */
  readonly name: string;
  readonly options: readonly string[];
}

export const modules: readonly Source[] = [
  {
    source: 'assembly/module.ts',
    target: 'src/protocol/arithmetic/wasm-module.ts',
    name: 'wasmModule',
    options: ['--initialMemory', '16'],
  },
  {
    source: 'assembly/pairs/module.ts',
    target: 'src/protocol/arithmetic/wasm-pairs-module.ts',
    name: 'wasmPairsModule',
    options: ['--importMemory', '--enable', 'simd', '--enable', 'relaxed-simd'],
  },
];

/**
 * Compiles an AssemblyScript module.
 * @param change what is made of the text of each file before
 */
export async function compileModule(
  source: string,
  options: readonly string[],
  change = (text: string) => text,
): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const common = ['--outFile', 'module.wasm', '-O3', '--converge', '--noAssert', '--runtime', 'stub'];
  const { error, stderr } = await main([source, ...common, ...options], {
    readFile: (path) => readFile(path, 'utf8').then(change, () => null),
    writeFile: (path, contents) => {
      if (path === 'module.wasm' && typeof contents !== 'string') binary = contents;
    },
  });
  if (error !== null || binary === undefined) throw new Error(`${source} does not compile: ${stderr.toString()}`);
  return binary;
}

/**
 * The file that holds a compiled module. It is kept in the repository, so that neither the service nor its installation
 * needs the compiler; a test checks that it is what the source compiles to.
 */
export async function buildModule({ source, name, options }: Source): Promise<string> {
  const binary = await compileModule(source, options);
  const lines =
    Buffer.from(binary)
      .toString('hex')
      .match(/.{1,110}/g) ?? [];
  const text = lines.map((line) => `  '${line}',`).join('\n');
  return `// Made by \`npm run wasm\` from ${source}; not to be edited.

/** The compiled module in hexadecimal. */
export const ${name} = [
${text}
].join('');
`;
}

if (import.meta.main) {
  for (const module of modules) await writeFile(module.target, await buildModule(module));
}
