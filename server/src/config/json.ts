/** The JSON of a `.form4.json`, in which comments may stand, and where each of its keys and values is. */
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';

/** The keys, and the places in lists, that lead from the whole to a part of it. */
export type JsonPath = readonly (string | number)[];

export interface ReadJson {
  /** Its objects have no prototype, so that no key means more than another. */
  readonly data: unknown;
  /** Where the key stands that a path ends with, or the value where it ends with a place in a list. */
  readonly spanOf: (path: JsonPath) => Span | undefined;
}

/** What the parser expected, by the name that it has for the fault. */
const EXPECTED: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a name between double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing } is expected',
  CloseBracketExpected: 'a closing ] is expected',
  EndOfFileExpected: 'nothing more is expected',
  UnexpectedEndOfComment: 'a comment has no end',
  UnexpectedEndOfString: 'a text has no closing quote',
};

/** Reads a text as JSON with comments. Never throws: `fault` says in words why the text is none. */
export function readJson(text: string): ReadJson | { readonly fault: string } {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors);
    const [first] = errors;
    if (!first) return { data: tree && getNodeValue(tree), spanOf: (path) => tree && spanOf(tree, path) };
    const line = new LineIndex(text).lineAt(first.offset) + 1;
    const words = EXPECTED[printParseErrorCode(first.error)] ?? 'something stands that JSON does not have';
    return { fault: `in line ${line} ${words}` };
  } catch {
    return { fault: 'its lists and objects are nested too deeply' }; // the parser calls itself for each level
  }
}

function spanOf(tree: Node, path: JsonPath): Span | undefined {
  let node: Node | undefined = tree;
  let key: Node | undefined;
  for (const step of path) {
    // Of two keys that are the same the last one counts, as in all JSON.
    const property: Node | undefined =
      typeof step === 'string'
        ? [...(node?.children ?? [])].reverse().find((one) => one.children?.[0]?.value === step)
        : undefined;
    key = property?.children?.[0];
    node = property ? property.children?.[1] : typeof step === 'number' ? node?.children?.[step] : undefined;
  }
  const found = key ?? node;
  return found && { start: found.offset, end: found.offset + found.length };
}
