import type { z } from 'zod';
import type { sessionView } from '../../contract/session/sessions.ts';

export type SessionView = z.infer<typeof sessionView>;
