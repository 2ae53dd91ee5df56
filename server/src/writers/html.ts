/**
 * A web page as a tree, and the one place where it becomes text: whatever stands in the tree as words is words on the page.
 * Names of elements and attributes are ours alone.
 */
import { escapeXml } from '../text/xml';

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly HtmlNode[];
}

/** An attribute that is false or undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
export type HtmlNode = HtmlElement | string | false | undefined | readonly HtmlNode[];

/** An element; `el('td', { class: 'number' }, '9,503')`. */
export const el = (tag: string, attributes: Attributes = {}, ...children: readonly HtmlNode[]): HtmlElement => ({
  tag,
  attributes,
  children,
});

/** They have no end. */
const VOID = new Set(['meta', 'br', 'col', 'hr']);
/** A line of the page begins with each. */
const LINES = new Set(
  'html head body main meta title style header footer section table thead tbody tr p div h1 h2 h3 ol ul li dl dt dd pre'.split(
    ' ',
  ),
);

/** What no page can hold, and what turns or hides the words around it; line ends and tabs stay. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\v\f\u000e-\u001f\u007f-\u009f\u00ad\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu;

/** Words as a page shows them: each sign that hides or turns words is one that shows. */
const shown = (words: string): string => words.replace(HIDDEN, '\ufffd');

/** The page, without a line end at its end. */
export function rendered(node: HtmlNode): string {
  const out: string[] = [];
  write(node, out);
  return out.join('').replace(/^\n/, '');
}

function write(node: HtmlNode, out: string[]): void {
  if (node === undefined || node === false) return;
  if (typeof node === 'string') return void out.push(escapeXml(shown(node)));
  if (isList(node)) return node.forEach((one) => write(one, out));
  const { tag, attributes, children } = node;
  out.push(LINES.has(tag) ? '\n<' : '<', tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) out.push(' ', name);
    else if (value !== undefined && value !== false)
      out.push(' ', name, '="', escapeXml(shown(String(value))).replaceAll('"', '&quot;'), '"');
  out.push('>');
  if (VOID.has(tag)) return;
  children.forEach((child) => write(child, out));
  out.push('</', tag, '>');
}

const isList = (node: HtmlElement | readonly HtmlNode[]): node is readonly HtmlNode[] => Array.isArray(node);
