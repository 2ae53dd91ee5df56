/** What a source lists: letters and names in arrays, unions, comparisons, keys and cases; limits in numbers and messages. */
import ts from 'typescript';

/** A list in a source, by the line on which it begins. */
export interface Listed {
  readonly line: number;
  readonly names: readonly string[];
}

/** A source taken apart. */
export const treeOf = (source: string): ts.SourceFile =>
  ts.createSourceFile('a.ts', source, ts.ScriptTarget.ES2022, true);

/** The names that stand side by side somewhere in a source: `['P', 'S']`, `'P' | 'S'`, `code === 'P' || code === 'S'` … */
export function listsIn(tree: ts.SourceFile): Listed[] {
  const found: Listed[] = [];
  const add = (node: ts.Node, names: readonly (string | undefined)[]): void => {
    const known = names.filter((name) => name !== undefined);
    if (known.length === names.length && known.length > 1)
      found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, names: known });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node)) add(node, node.elements.map(textOf));
    else if (ts.isUnionTypeNode(node))
      add(
        node,
        node.types.filter(ts.isLiteralTypeNode).map((one) => textOf(one.literal)),
      );
    else if (ts.isObjectLiteralExpression(node))
      add(
        node,
        node.properties.flatMap(({ name }) => (name && !ts.isComputedPropertyName(name) ? [name.text] : [])),
      );
    else if (ts.isCaseBlock(node))
      add(
        node,
        node.clauses.filter(ts.isCaseClause).map((one) => textOf(one.expression)),
      );
    else if (ts.isRegularExpressionLiteral(node))
      for (const [, letters] of node.text.matchAll(LETTERS)) add(node, [...letters!]);
    else if (isChain(node) && !isChain(outsideOf(node))) for (const names of comparedIn(node)) add(node, names);
    // A string of letters that is looked into: 'PSF'.includes(code).
    else if (ts.isPropertyAccessExpression(node) && ts.isStringLiteral(node.expression))
      add(node, [...node.expression.text]);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

const textOf = (node: ts.Node): string | undefined => (ts.isStringLiteralLike(node) ? node.text : undefined);

/** A class of letters that is all that is looked for: not that of `[AP]M` or `<[SC]>`. */
const LETTERS = /(?<![\w<])\[([A-Z]{2,})\](?![\w>])/g;

const isChain = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && /^(?:\|\||&&)$/.test(node.operatorToken.getText());

function outsideOf(node: ts.Node): ts.Node {
  let outside = node.parent;
  while (ts.isParenthesizedExpression(outside)) outside = outside.parent;
  return outside;
}

/** What each thing is compared with in the parts of an "and" or an "or". */
function comparedIn(chain: ts.Node): Iterable<string[]> {
  const compared = new Map<string, string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isParenthesizedExpression(node)) return visit(node.expression);
    if (!ts.isBinaryExpression(node)) return;
    if (isChain(node)) return [node.left, node.right].forEach(visit);
    const text = /^[=!]==$/.test(node.operatorToken.getText()) ? textOf(node.right) : undefined;
    const what = node.left.getText();
    if (text !== undefined) compared.set(what, [...(compared.get(what) ?? []), text]);
  };
  visit(chain);
  return compared.values();
}

/** Numbers of the form beside the words for what they count. */
const NUMBERS: ReadonlyMap<number, RegExp> = new Map([
  [99, /note/i],
  [1000, /note|character/i],
  [30, /row/i],
  [10, /owner|person|signature/i],
]);
const IN_WORDS = /\b\d[\d,]* (?:characters|rows|footnotes|notes|signatures|owners)\b|\b99\b/;

/** The limits that a source says in numbers of its own, as `line: words`. */
export function limitsIn(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  const add = (node: ts.Node): void => {
    const words = node.getText().replace(/\s+/g, ' ').slice(0, 80);
    found.push(`${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) {
      const place = aroundOf(node);
      if (NUMBERS.get(Number(node.text))?.test(place.getText())) add(place);
    } else if (ts.isStringLiteralLike(node) || isPartOfTemplate(node)) if (IN_WORDS.test(node.text)) add(node);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

const isPartOfTemplate = (node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** The comparison, the call or the declaration that a number stands in. */
function aroundOf(node: ts.Node): ts.Node {
  let around = node.parent;
  while (
    ts.isParenthesizedExpression(around) ||
    (ts.isBinaryExpression(around) && ts.isBinaryExpression(around.parent))
  )
    around = around.parent;
  return around;
}
