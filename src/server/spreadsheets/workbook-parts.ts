import { Unreadable } from './unreadable.ts';
import { isTrue, mainNamespaces, readXml, relationshipNamespaces, type XmlAttributes } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export interface WorksheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** Where a workbook's parts are, and what they have in common. */
export interface WorkbookParts {
  readonly worksheets: readonly WorksheetPart[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Days are counted from 1904, as on the first Macintoshes. */
  readonly is1904: boolean;
  /** Whoever opens it is to compute everything: values that are stored may never have been computed. */
  readonly isUncomputed: boolean;
}

interface Relationship {
  readonly id: string;
  /** The last part of its type, which both spellings share. */
  readonly type: string;
  readonly path: string;
}

/** More than any workbook of lists has. */
const mostWorksheets = 1_000;

export async function readWorkbookParts(zip: ZipParts): Promise<WorkbookParts> {
  const ofPackage = await readRelationships(zip, '');
  const path = ofPackage.find(({ type }) => type === 'officedocument')?.path ?? 'xl/workbook.xml';
  const pieces = zip.read(path);
  if (pieces === undefined) throw new Unreadable('not-a-spreadsheet');
  const relationships = await readRelationships(zip, path);
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const worksheets: WorksheetPart[] = [];
  const paths = new Set<string>();
  let isWorkbook = false;
  let is1904 = false;
  let isUncomputed = false;
  await readXml(pieces, mainNamespaces, {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name === 'calcPr') isUncomputed = isTrue(attributes.fullCalcOnLoad);
      if (name === 'sheet') addWorksheet(worksheets, paths, attributes, byId);
    },
  });
  if (!isWorkbook) throw new Unreadable('not-a-spreadsheet');
  const pathOf = (wanted: string) => relationships.find(({ type }) => type === wanted)?.path;
  return { worksheets, sharedStrings: pathOf('sharedstrings'), styles: pathOf('styles'), is1904, isUncomputed };
}

/** Charts, dialogs and macro sheets hold no cells. */
function addWorksheet(
  worksheets: WorksheetPart[],
  paths: Set<string>,
  attributes: XmlAttributes,
  byId: ReadonlyMap<string, Relationship>,
): void {
  const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
  const relationship = byId.get(id ?? '');
  if (relationship === undefined || worksheets.length >= mostWorksheets) throw new Unreadable('not-a-spreadsheet');
  if (relationship.type !== 'worksheet') return;
  // No program writes two sheets as one part: its cost would be that of as many parts as it is named.
  if (paths.has(relationship.path.toLowerCase())) throw new Unreadable('not-a-spreadsheet');
  paths.add(relationship.path.toLowerCase());
  const { name = '', state = 'visible' } = attributes;
  worksheets.push({
    name: name.slice(0, 100).normalize('NFC'),
    isHidden: state !== 'visible',
    path: relationship.path,
  });
}

/** @param part whose relationships they are; empty for the package's own */
async function readRelationships(zip: ZipParts, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const pieces = zip.read(`${folder}_rels/${part.slice(slash)}.rels`);
  const found: Relationship[] = [];
  if (pieces === undefined) return found;
  await readXml(pieces, relationshipNamespaces, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      if (found.length >= 2 * mostWorksheets) throw new Unreadable('not-a-spreadsheet');
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(), path: resolve(folder, target) });
    },
  });
  return found;
}

/** A target as a part's name: from the part's folder, or from the root where it begins with a slash. */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(unescaped(step));
  }
  return path.join('/');
}

function unescaped(step: string): string {
  return /%[0-9a-f]{2}/i.test(step) && isWellEscaped(step) ? decodeURIComponent(step) : step;
}

function isWellEscaped(step: string): boolean {
  return step.replace(/%[0-7][0-9a-f]/gi, '').includes('%') === false;
}
