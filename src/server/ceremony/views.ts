import type { z } from 'zod';
import type { openingView as contract } from '../../contract/ceremony/ceremony.ts';
import type { PreparedOpening } from '../../domain/session/session.ts';

export function openingView(opening: PreparedOpening): z.infer<typeof contract> {
  return { ...opening, confirmedBy: [...opening.confirmedBy] };
}
