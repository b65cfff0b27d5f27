import { parseSync } from 'vite';

/** A small change of the sources that some test should notice. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** What stands there, and what would stand instead. */
  readonly what: string;
}

/** A file in which every mutant is planted, each asleep until `globalThis.mutants.isOn` says that it is the one. */
export interface Planted {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const operators = new Map<string, readonly string[]>([
  ['===', ['!==']],
  ['!==', ['===']],
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['+', ['-']],
  ['-', ['+']],
  ['*', ['/']],
  ['/', ['*']],
  ['%', ['*']],
  ['&&', ['||']],
  ['||', ['&&']],
]);
const opposites = new Map([
  ['some', 'every'],
  ['every', 'some'],
]);
/** Calls that give back what they were called on when they are left out. */
const filters = ['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed'];

const isFunction = ({ type }: Node) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
const isLoop = ({ type }: Node) => /^(For|ForOf|ForIn|While|DoWhile)Statement$/.test(type);
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/**
 * Plants mutants in the functions of a file: conditions that always or never hold, other comparisons and operators,
 * opposite truths, refusals that say nothing, steps that are left out. What runs once, when the file is loaded, stays,
 * and so do the words of errors that only a programmer reads.
 * @param first number of the first of them
 */
export function plant(file: string, text: string, first: number): Planted {
  const mutants: Mutant[] = [];
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  const put = (where: Map<number, string>, at: number, what: string) => where.set(at, (where.get(at) ?? '') + what);
  const raw = ({ start, end }: Node) => text.slice(start, end);
  const shown = (part: string) => part.replace(/\s+/g, ' ').slice(0, 70);
  const switchFor = (node: Node, to: string): string => {
    const line = text.slice(0, node.start).split('\n').length;
    mutants.push({ file, line, what: `${shown(raw(node))} → ${shown(to)}` });
    return `globalThis.mutants.isOn(${first + mutants.length - 1})`;
  };
  const wrap = (node: Node, others: readonly string[]) => {
    if (others.length === 0) return () => {};
    const chosen = others.map((other) => `${switchFor(node, other)} ? (${other}) : `).join('');
    put(before, node.start, `(${chosen}(`);
    return () => put(after, node.end, '))');
  };

  const visit = (node: Node, isInside: boolean): void => {
    if (node.type.startsWith('TS') && !isNode(node.expression)) return;
    if (node.type === 'ThrowStatement') return;
    const finish = isInside ? plantIn(node) : () => {};
    const deeper = isInside || isFunction(node);
    for (const child of childrenOf(node)) visit(child, deeper);
    finish();
  };
  const plantIn = (node: Node): (() => void) => {
    if (node.type === 'ExpressionStatement' && isStep(node.expression as Node)) {
      put(before, node.start, `{ if (!${switchFor(node, 'nothing')}) {`);
      return () => put(after, node.end, '} }');
    }
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      return wrap(node.test as Node, isAbsence(node) ? ['true'] : ['true', 'false']);
    }
    if (isLoop(node)) {
      const body = node.body as Node;
      // A mutant may never end: the runner gives every one so many turns.
      if (body.type === 'BlockStatement') put(after, body.start + 1, 'globalThis.mutants.turn();');
      return () => {};
    }
    return wrap(node, othersOf(node, raw));
  };
  visit(parseSync(file, text).program as unknown as Node, false);

  let result = '';
  for (let at = 0; at <= text.length; at += 1) {
    result += (after.get(at) ?? '') + (before.get(at) ?? '') + (text[at] ?? '');
  }
  return { text: result, mutants };
}

/** The parts of a node that hold code: no types, no names. */
function childrenOf(node: Node): Node[] {
  const names = [
    'type',
    'typeAnnotation',
    'typeArguments',
    'typeParameters',
    'returnType',
    'id',
    'params',
    'superClass',
  ];
  const isOwn = ([name]: [string, unknown]) =>
    !names.includes(name) && !(name === 'key' && node.computed !== true) && !(name === 'property' && !node.computed);
  return Object.entries(node)
    .filter(isOwn)
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .filter(({ type }) => !/^(Import|ExportAll)/.test(type));
}

function isStep({ type, argument, operator }: Node): boolean {
  if (type === 'AwaitExpression') return isStep(argument as Node);
  return (
    type === 'CallExpression' || type === 'UpdateExpression' || (type === 'AssignmentExpression' && operator !== '??=')
  );
}

/** `x === undefined ? {} : { x }`: an undefined field is written and compared as one that is not there. */
function isAbsence({ test, consequent }: Node): boolean {
  const { operator, right } = test as { operator?: string; right?: { name?: string } };
  const { type, properties } = consequent as { type: string; properties?: readonly unknown[] };
  return operator === '===' && right?.name === 'undefined' && type === 'ObjectExpression' && properties?.length === 0;
}

/** `list[at]`, or a field of it. */
function isIndexed(node: Node): boolean {
  const inner = node.type === 'ChainExpression' ? (node.expression as Node) : node;
  return inner.type === 'MemberExpression' && (inner.computed === true || isIndexed(inner.object as Node));
}

/** What could stand in the place of an expression. */
function othersOf(node: Node, raw: (node: Node) => string): readonly string[] {
  const [left, right, argument] = [node.left, node.right, node.argument] as Node[];
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      if (left === undefined || right === undefined) return [];
      // What stands behind an index that the code keeps within bounds is there for the compiler, and never taken.
      if (node.operator === '??') return isIndexed(left) ? [] : [raw(left)];
      return (operators.get(String(node.operator)) ?? []).map((other) => `${raw(left)} ${other} ${raw(right)}`);
    }
    case 'UnaryExpression':
      return node.operator === '!' && argument !== undefined ? [raw(argument)] : [];
    case 'Literal':
      if (typeof node.value === 'boolean') return [String(!node.value)];
      return typeof node.value === 'string' && node.value !== '' ? [`''`] : [];
    case 'CallExpression':
      return othersOfCall(node, raw);
    default:
      return [];
  }
}

function othersOfCall({ callee, arguments: given }: Node, raw: (node: Node) => string): readonly string[] {
  const { object, property } = callee as { object?: Node; property?: { name?: string } };
  if (object === undefined || property?.name === undefined) return [];
  if (filters.includes(property.name)) return [raw(object)];
  const opposite = opposites.get(property.name);
  return opposite === undefined ? [] : [`${raw(object)}.${opposite}(${(given as Node[]).map(raw).join(', ')})`];
}
