import { config } from 'zod';

// Our Content-Security-Policy has no eval. Imported before any schema is made, or zod tries it.
config({ jitless: true });
