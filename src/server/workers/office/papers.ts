import { cancellationMinutes } from '../../../print/cancellation-minutes.ts';
import { minutes } from '../../../print/minutes.ts';
import { officialDocuments } from '../../../print/official-document.ts';
import { unopenableMinutes } from '../../../print/unopenable-minutes.ts';
import { loadFonts } from '../../kit/fonts.ts';
import type { Handler } from '../jobs.ts';

// Papers as PDF. Setting a text and embedding the faces takes from a tenth of a second to many.

export const writeDocuments: Handler<'writeDocuments'> = async ({ documents, info }) =>
  officialDocuments(documents, info, await loadFonts());

export const writeMinutes: Handler<'writeMinutes'> = async (data) => minutes(data, await loadFonts());

export const writeCancellationMinutes: Handler<'writeCancellationMinutes'> = async (data) =>
  cancellationMinutes(data, await loadFonts());

export const writeUnopenableMinutes: Handler<'writeUnopenableMinutes'> = async (data) =>
  unopenableMinutes(data, await loadFonts());
