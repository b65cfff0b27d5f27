import { testRandomImports } from '../support/random-imports-suite.ts';

testRandomImports({ memory: 1000, sqlite: 100, postgres: 40 });
