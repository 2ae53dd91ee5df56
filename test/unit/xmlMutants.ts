/**
 * A valid ownership XML and hundreds of ways of spoiling it, made by a script: elements that are gone, there twice, out of
 * order, under another name, blank or wrong, ids that are none. Which of them are faults is for the schema to say.
 */

/** An element with its attributes as they are written, and either words or elements in it. */
export interface Node {
  name: string;
  attributes: string;
  words: string;
  children: Node[];
}

/** A spoiled document, and where in it the fault stands. */
export interface Mutant {
  /** What was done to which element: `blank ownershipDocument/issuer/issuerName`. */
  readonly name: string;
  readonly xml: string;
  /**
   * Where it may be told: at an element that was touched, or at the opening tag of what holds it; of a footnote's id at
   * all that have one.
   */
  readonly places: readonly Place[];
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Takes well-formed XML apart that has elements and words alone, no comments and no mixture of both. */
export function parsed(xml: string): Node {
  const root: Node = { name: '', attributes: '', words: '', children: [] };
  const stack = [root];
  for (const [, closing, name, attributes = '', single, words = ''] of xml.matchAll(
    /<(\/?)([a-z]\w*)((?: [^<>/]*)?)(\/?)>([^<]*)/gi,
  )) {
    if (closing) stack.pop();
    else {
      const node: Node = { name: name!, attributes, words: words.trim(), children: [] };
      stack[stack.length - 1]!.children.push(node);
      if (!single) stack.push(node);
    }
  }
  return root.children[0]!;
}

/** The text of a document, and where each of its elements stands. */
export function printed(root: Node): { xml: string; places: Map<Node, { start: number; end: number }> } {
  let xml = '<?xml version="1.0"?>\n';
  const places = new Map<Node, { start: number; end: number }>();
  const print = (node: Node): void => {
    const start = xml.length;
    if (node.words === '' && node.children.length === 0 && node.attributes !== '')
      xml += `<${node.name}${node.attributes}/>`;
    else {
      xml += `<${node.name}${node.attributes}>${node.words}`;
      for (const child of node.children) {
        xml += '\n';
        print(child);
      }
      xml += `${node.children.length > 0 ? '\n' : ''}</${node.name}>`;
    }
    places.set(node, { start, end: xml.length });
  };
  print(root);
  return { xml: `${xml}\n`, places };
}

const copyOf = (node: Node): Node => ({ ...node, children: node.children.map(copyOf) });

/** Every element with the way to it: places among the children, from the root. */
function* waysIn(
  node: Node,
  way: readonly number[] = [],
  path = node.name,
): Iterable<{ way: readonly number[]; path: string }> {
  yield { way, path };
  for (const [at, child] of node.children.entries()) yield* waysIn(child, [...way, at], `${path}/${child.name}[${at}]`);
}

/** Words that some element does not take; each is tried in each. */
const WORDS: Readonly<Record<string, string>> = {
  blank: '',
  letters: 'Qux',
  comma: '1,000',
  dollar: '$5',
  negative: '-1',
  decimals: '1.23456',
  large: '1000000000000',
  'no such day': '2026-02-30',
  'day of the form': '03/05/2026',
  zero: '0',
  'lower case': 'a',
  eleven: 'Qqqqqqqqqqq',
  'sixty-one': 'q'.repeat(61),
  'a hundred and one': 'q'.repeat(101),
  'a hundred and fifty-one': 'q'.repeat(151),
  'two thousand and one': 'q'.repeat(2001),
};

const IDS: readonly string[] = [
  '',
  ' id=""',
  ' id="F0"',
  ' id="F100"',
  ' id="F01"',
  ' id="f1"',
  ' id="1"',
  ' id="F98"',
  ' name="F1"',
];

/** All the mutants of a document. */
export function* mutantsOf(xml: string): Iterable<Mutant> {
  const whole = parsed(xml);
  for (const { way, path } of waysIn(whole)) {
    const make = (
      what: string,
      spoil: (parent: Node | undefined, node: Node, at: number) => readonly Node[] | undefined,
    ): Mutant[] => {
      const root = copyOf(whole);
      let parent: Node | undefined;
      let node = root;
      for (const step of way) {
        parent = node;
        node = node.children[step]!;
      }
      const touched = spoil(parent, node, way[way.length - 1] ?? 0);
      if (!touched) return [];
      const { xml: text, places } = printed(root);
      const holder = parent && places.get(parent);
      const cites = touched.some((one) => /^footnote/.test(one.name)) || /^footnote/.test(node.name);
      return [
        {
          name: `${what} ${path}`,
          xml: text,
          places: [
            ...touched.map((one) => places.get(one)!),
            ...(holder ? [{ start: holder.start, end: holder.start + parent!.name.length + 2 }] : []),
            ...(cites ? [...places].flatMap(([one, place]) => (/^footnote/.test(one.name) ? [place] : [])) : []),
          ],
        },
      ];
    };
    yield* make('gone', (parent, _node, at) => {
      parent?.children.splice(at, 1);
      return parent && [parent];
    });
    yield* make('twice', (parent, node, at) => {
      const again = copyOf(node);
      parent?.children.splice(at, 0, again);
      return parent && [again, node];
    });
    yield* make('behind the next', (parent, node, at) => {
      const next = parent?.children[at + 1];
      if (!parent || !next || next.name === node.name) return undefined;
      parent.children.splice(at, 2, next, node);
      return [next, node];
    });
    yield* make('last', (parent, node, at) => {
      if (!parent || at >= parent.children.length - 2) return undefined;
      parent.children.splice(at, 1);
      parent.children.push(node);
      return [parent];
    });
    yield* make('another name', (parent, node) => {
      if (!parent) return undefined;
      node.name += 'Of';
      return [node, parent];
    });
    yield* make('capital', (parent, node) => {
      if (!parent) return undefined;
      node.name = node.name[0]!.toUpperCase() + node.name.slice(1);
      return [node, parent];
    });
    yield* make('attribute', (_parent, node) => {
      node.attributes += ' kind="1"';
      return [node];
    });
    yield* make('an element in it', (_parent, node) => {
      node.children.push({ name: 'qux', attributes: '', words: '1', children: [] });
      return [node];
    });
    if (node(whole, way).children.length > 0) {
      yield* make('words in it', (_parent, one) => {
        one.words = 'Qux';
        return [one];
      });
      yield* make('empty', (_parent, one) => {
        one.children = [];
        return [one];
      });
    } else if (node(whole, way).attributes === '' || node(whole, way).words !== '')
      for (const [what, words] of Object.entries(WORDS))
        yield* make(what, (_parent, one) => {
          one.words = words;
          return [one];
        });
    if (node(whole, way).attributes !== '') {
      yield* make('words in it', (_parent, one) => {
        if (one.words !== '') return undefined;
        one.words = 'Qux';
        return [one];
      });
      for (const id of IDS)
        yield* make(`id${id || ' gone'}`, (_parent, one) => {
          one.attributes = id;
          return [one];
        });
    }
  }
  yield* tooMany(whole);
}

const node = (root: Node, way: readonly number[]): Node => way.reduce((one, step) => one.children[step]!, root);

/** More of a kind than the form takes. */
function* tooMany(whole: Node): Iterable<Mutant> {
  for (const [name, inside, most] of [
    ['reportingOwner', undefined, 10],
    ['ownerSignature', undefined, 10],
    ['nonDerivativeHolding', 'nonDerivativeTable', 30],
    ['derivativeHolding', 'derivativeTable', 30],
  ] as const) {
    const root = copyOf(whole);
    const parent = inside ? root.children.find((one) => one.name === inside) : root;
    const at = parent?.children.findIndex((one) => one.name === name) ?? -1;
    if (!parent || at < 0) continue;
    const others = inside ? parent.children.length - 1 : parent.children.filter((one) => one.name === name).length - 1;
    const copies = Array.from({ length: most - others }, (_, n) => {
      const copy = copyOf(parent.children[at]!);
      // Each owner has a number of its own, and each holding another total.
      const own = (of: Node): void => {
        if (of.name === 'rptOwnerCik') of.words = String(9_000_000 + n);
        if (of.name === 'value' && /^[\d.]+$/.test(of.words)) of.words = String(1_000 + n);
        of.children.forEach(own);
      };
      own(copy);
      return copy;
    });
    parent.children.splice(at + 1, 0, ...copies);
    const { xml, places } = printed(root);
    yield { name: `one too many ${name}`, xml, places: [places.get(parent)!] };
  }
}
