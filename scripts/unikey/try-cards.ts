import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { cardGroups, createCardSeed } from '../../src/client/teller/key-card.ts';
import { base58Text } from '../../src/protocol/arithmetic/random.ts';
import { repeatableRandom } from '../../test/support/build/recorded-random.ts';

// Types key cards of every kind that was thought of through the engine of UniKey, the input method that most computers in
// Vietnam run, and counts the cards that do not come out as they were typed (docs/decisions/key-cards.md).
// Usage: node scripts/unikey/try-cards.ts FOLDER, with the folder `ukengine` of the sources of ibus-unikey 0.7
// (`apt-get source ibus-unikey`). Needs g++.

const [sources] = process.argv.slice(2);
if (sources === undefined) throw new TypeError('usage: node scripts/unikey/try-cards.ts FOLDER-OF-UKENGINE');

const cards = 1000;
const random = repeatableRandom();
const vietnamese = readFileSync(new URL('vietnamese-words.txt', import.meta.url), 'utf8')
  .trim()
  .split(' ');

/** 19 words of 128: 133 bits. */
const syllables = () => [...random(19)].map((byte) => vietnamese[byte % vietnamese.length]).join(' ');

const kinds: Readonly<Record<string, () => string>> = {
  '12 English words of BIP39': () => entropyToMnemonic(random(16), wordlist),
  '… the first four letters of each': () => entropyToMnemonic(random(16), wordlist).replaceAll(/(\w{4})\w*/g, '$1'),
  '24 characters of Base58': () => base58Text(24, random).replaceAll(/(.{4})(?=.)/g, '$1 '),
  '19 Vietnamese syllables without marks': syllables,
  '48 digits in groups of six': () => cardGroups(createCardSeed(random))?.join(' ') ?? '',
};

const program = join(mkdtempSync(join(tmpdir(), 'unikey-')), 'type-through');
const engine = readdirSync(sources).filter((name) => name.endsWith('.cpp'));
const own = fileURLToPath(new URL('type-through.cpp', import.meta.url));
execFileSync('g++', ['-w', '-O1', `-I${sources}`, own, ...engine.map((name) => join(sources, name)), '-o', program]);

for (const [kind, draw] of Object.entries(kinds)) {
  const typed = Array.from({ length: cards }, draw);
  const keys = typed.reduce((sum, text) => sum + text.length, 0) / cards;
  const changed = ['telex', 'vni'].flatMap((method) =>
    ['free', 'spell'].map((checking) => {
      const out = execFileSync(program, [method, checking], { input: `${typed.join('\n')}\n`, encoding: 'utf8' });
      const lines = out.split('\n');
      return `${method}/${checking} ${typed.filter((text, at) => lines[at] !== text).length}`;
    }),
  );
  console.log(`${kind}: ${keys.toFixed(0)} keys; of ${cards} cards changed: ${changed.join(', ')}`);
}
