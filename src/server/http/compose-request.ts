import type { FastifyInstance } from 'fastify';
import { isBytes } from '../../contract/operation.ts';
import { composeTexts, hasLongMarkRunAnywhere, isWellFormedThroughout } from './compose.ts';
import { ShapeError } from './shape.ts';

const notUnicode = new ShapeError([
  {
    code: 'not-unicode',
    messages: {
      vi: 'Có ký tự không hợp lệ (Unicode hỏng).',
      en: 'There is a broken character (not well-formed Unicode).',
    },
  },
]);

const tooManyMarks = new ShapeError([
  {
    code: 'too-many-marks',
    messages: {
      vi: 'Có quá nhiều dấu chồng lên một chữ; đó không phải là văn bản.',
      en: 'There are too many marks on one letter; this is no text.',
    },
  },
]);

/** The door: every text of a request is composed here, before its shape is checked, and nowhere else. */
export function composeRequest(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const { operation } = request.routeOptions.config;
    if (operation === undefined) return;
    const parts = [request.body, request.query, request.params];
    if (!parts.every(isWellFormedThroughout)) throw notUnicode;
    if (parts.some(hasLongMarkRunAnywhere)) throw tooManyMarks;
    request.params = composeTexts(request.params, operation.params);
    request.query = composeTexts(request.query, operation.query);
    if (!isBytes(operation.body)) request.body = composeTexts(request.body, operation.body);
  });
}
