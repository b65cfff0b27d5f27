import { testRandomImports } from '../support/random-imports-suite.ts';

// The long run has many more.
testRandomImports({ memory: 60, sqlite: 40, postgres: 6 });
