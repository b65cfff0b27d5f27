import { config } from 'zod/mini';

// Our Content-Security-Policy has no eval. Imported before any schema is made, or zod tries it.
config({ jitless: true });
