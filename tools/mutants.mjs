// The small changes that a test should notice. All of them stand in one rewritten source, `__m(7) ? changed : original`,
// so that one bundle holds every mutant and a number chooses which is alive.
import ts from 'typescript';

const K = ts.SyntaxKind;
const OPERATORS = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
};
/** A method and the one that takes its place; '' leaves the receiver alone, undefined the value undefined. */
const METHODS = {
  some: 'every',
  every: 'some',
  find: undefined,
  filter: '',
  sort: '',
  reverse: '',
  slice: '',
  trim: '',
  toUpperCase: '',
  toLowerCase: '',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  floor: 'ceil',
  ceil: 'floor',
};
const YES_NO = new Set([
  ...[K.LessThanToken, K.LessThanEqualsToken, K.GreaterThanToken, K.GreaterThanEqualsToken],
  ...[K.EqualsEqualsEqualsToken, K.ExclamationEqualsEqualsToken, K.AmpersandAmpersandToken, K.BarBarToken],
]);
/** Words for the table of rules, which test/unit/generated.test.ts compares; no filing shows them. */
const UNSEEN = new Set(['summary']);

/**
 * Rewrites one TypeScript file. `add` is told each mutant, { line, from, to }, and gives its number back; the result
 * behaves like the source while `__m` answers false to every number.
 */
export function withMutants(path, source, add) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const textOf = (node) => source.slice(node.getStart(file), node.end);

  const rewritten = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return textOf(node);
    if (ts.isTypeAliasDeclaration(node) || node.parent?.propertyName === node) return textOf(node);
    if (node.parent?.name === node && !ts.isBindingPattern(node)) return textOf(node);
    let out = '';
    let at = node.getStart(file);
    ts.forEachChild(node, (child) => {
      out += source.slice(at, child.getStart(file)) + rewritten(child);
      at = child.end;
    });
    out += source.slice(at, node.end);
    // Parentheses would cut a chain `a?.b.c` in two.
    if (ts.isOptionalChain(node.parent ?? file) && node.parent.expression === node) return out;
    const changes = new Set([...changesOf(node, textOf), ...conditionsOf(node)]);
    changes.delete(textOf(node));
    if (changes.size === 0) return out;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const choice = (to) => `__m(${add({ path, line: line + 1, from: textOf(node), to })}) ? (${to}) : `;
    return `(${[...changes].map(choice).join('')}${out})`;
  };
  return rewritten(file);
}

/** The texts that could stand in an expression's place. */
function changesOf(node, textOf) {
  if (ts.isBinaryExpression(node)) {
    const [left, operator, right] = [node.left, node.operatorToken, node.right].map(textOf);
    if (operator === '??') return [left];
    return (OPERATORS[operator] ?? []).map((other) => `${left} ${other} ${right}`);
  }
  if (ts.isPrefixUnaryExpression(node) && (node.operator === K.ExclamationToken || node.operator === K.MinusToken))
    return [textOf(node.operand)];
  if (ts.isNumericLiteral(node)) return [`${Number(node.text) + 1}`, `${Number(node.text) - 1}`];
  if (node.kind === K.TrueKeyword) return ['false'];
  if (node.kind === K.FalseKeyword) return ['true'];
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
    return isValue(node) ? [textOf(node) === "''" ? "'x'" : "''"] : [];
  if (ts.isCallExpression(node)) return callsOf(node, textOf);
  if (ts.isOptionalChain(node)) return [unguarded(node, textOf)];
  return [];
}

/** A string that is no module and no word for the table of rules. */
function isValue({ parent }) {
  if (ts.isExportDeclaration(parent)) return false;
  return !(ts.isPropertyAssignment(parent) && UNSEEN.has(parent.name.text));
}

function callsOf(node, textOf) {
  if (ts.isExpressionStatement(node.parent)) return ['undefined'];
  const callee = node.expression;
  const found = ts.isOptionalChain(node) ? [unguarded(node, textOf)] : [];
  if (!ts.isPropertyAccessExpression(callee) || !Object.hasOwn(METHODS, callee.name.text)) return found;
  const other = METHODS[callee.name.text];
  const receiver = textOf(callee.expression);
  if (other === undefined) found.push('undefined');
  else if (other === '') found.push(receiver);
  else
    found.push(
      `${receiver}${callee.questionDotToken ? '?.' : '.'}${other}${textOf(node).slice(textOf(callee).length)}`,
    );
  return found;
}

/** `a?.b.c` as `a.b.c`: what happens where the guard was needed. */
function unguarded(node, textOf) {
  let text = textOf(node);
  const start = node.end - text.length;
  for (let link = node; ts.isOptionalChain(link); link = link.expression)
    if (link.questionDotToken) {
      const at = link.questionDotToken.end - 2 - start;
      text = text.slice(0, at) + (/^[[(]/.test(text.slice(at + 2)) ? '' : '.') + text.slice(at + 2);
    }
  return text;
}

/** true and false in place of a condition; in place of one half of it, what leaves the other half to decide. */
function conditionsOf(node) {
  const { parent } = node;
  if (!parent || parent.operatorToken === node) return [];
  if (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  )
    return ['true', 'false'];
  if (ts.isWhileStatement(parent) && parent.expression === node) return ['false'];
  if (ts.isForStatement(parent) && parent.condition === node) return ['false'];
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.AmpersandAmpersandToken) return ['true'];
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.BarBarToken) return ['false'];
  const decides = ts.isArrowFunction(parent) ? parent.body === node : ts.isReturnStatement(parent);
  return decides && ts.isBinaryExpression(node) && YES_NO.has(node.operatorToken.kind) ? ['true', 'false'] : [];
}
