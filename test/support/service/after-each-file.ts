import { afterAll } from 'vitest';
import { removeStoreFolders } from './store-folders.ts';

// Read anew before each test file, also where one process runs many.
afterAll(removeStoreFolders);
