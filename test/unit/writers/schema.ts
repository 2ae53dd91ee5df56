/**
 * Judges an ownership XML by what EDGAR asks of it: elements, their order, what is required, types, lengths, choices and
 * footnote ids. Written as a table from the EDGAR Ownership XML Technical Specification v5.5, 3.2 to 3.5, with a strict
 * parser of its own, so that it shares nothing with what it judges.
 */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  words: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w.-]+)\s*>|<([\w.-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));|&/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The document element of a well-formed text; throws where it is not well-formed. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], words: '' };
  const stack = [root];
  for (const [whole, closing, opening, attributes, empty, words] of text.matchAll(TOKEN)) {
    const top = stack[stack.length - 1]!;
    if (words !== undefined) top.words += unescaped(words);
    else if (closing !== undefined) {
      if (top.name !== closing) throw new Error(`</${closing}> closes <${top.name}>`);
      stack.pop();
    } else if (opening !== undefined) {
      const pairs = [...attributes!.matchAll(/\s([\w.:-]+)="([^"]*)"/g)].map(
        ([, name, value]) => [name!, unescaped(value!)] as const,
      );
      const element = { name: opening, attributes: new Map(pairs), children: [], words: '' };
      top.children.push(element);
      if (empty === '') stack.push(element);
    } else if (whole.startsWith('<!--') && whole.slice(4, -3).includes('--'))
      throw new Error('two dashes in a comment');
    else if (whole === '<') throw new Error('a < that opens nothing');
  }
  if (stack.length > 1) throw new Error(`<${stack[stack.length - 1]!.name}> is not closed`);
  if (root.children.length !== 1 || root.words.trim() !== '') throw new Error('not one document element');
  return root.children[0]!;
}

function unescaped(words: string): string {
  return words.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (whole === '&') throw new Error('an & that is not escaped');
    if (name) return NAMED[name.toLowerCase()]!;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex!, 16));
  });
}

type Judge = (words: string) => string | undefined;

const text =
  (most: number, least = 1): Judge =>
  (words) =>
    words.length < least || words.length > most ? `${words.length} characters, not ${least} to ${most}` : undefined;
const like =
  (pattern: RegExp, what: string): Judge =>
  (words) =>
    pattern.test(words) ? undefined : `"${words}" is not ${what}`;
const choice = (...all: string[]): Judge => like(new RegExp(`^(?:${all.join('|')})$`), `one of ${all.join(' ')}`);
const boolean = choice('0', '1', 'true', 'false');
const cik = like(/^\d{1,10}$/, 'a CIK');
const decimal: Judge = (words) =>
  !/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(words)
    ? `"${words}" is not a number`
    : Number(words) > 999999999999.9999 || /\.\d{4,}[1-9]/.test(words)
      ? `"${words}" is too large or has too many decimals`
      : undefined;
const date: Judge = (words) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words) ?? [];
  const is = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return is.getUTCMonth() + 1 === Number(month) && is.getUTCDate() === Number(day)
    ? undefined
    : `"${words}" is not a date`;
};

/** What an element may hold: words, a sequence of elements, or a value with footnotes. */
interface Rule {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: Judge;
  readonly sequence?: readonly Rule[];
  /** Elements of any order among each other, as the rows of a table. */
  readonly any?: readonly Rule[];
  readonly cell?: { readonly judge: Judge; readonly footnoteAlone: boolean };
  readonly attributes?: readonly string[];
  /** The first schema version that has it. */
  readonly since?: string;
}

const one = (name: string, rest: Partial<Rule>): Rule => ({ name, least: 1, most: 1, ...rest });
const maybe = (name: string, rest: Partial<Rule>): Rule => ({ name, least: 0, most: 1, ...rest });
const many = (name: string, least: number, most: number, rest: Partial<Rule>): Rule => ({ name, least, most, ...rest });
const words = (judge: Judge): Partial<Rule> => ({ words: judge });
const value = (judge: Judge): Partial<Rule> => ({ cell: { judge, footnoteAlone: false } });
const orNote = (judge: Judge): Partial<Rule> => ({ cell: { judge, footnoteAlone: true } });

const FOOTNOTE_ID = many('footnoteId', 0, 99, { ...words(like(/^$/, 'empty')), attributes: ['id'] });
const CODES = ['A', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'L', 'M', 'O', 'P', 'S', 'U', 'W', 'X', 'Z'];
const either = (shares: string, dollars: string, cell: Partial<Rule>): Rule[] => [
  maybe(shares, cell),
  maybe(dollars, cell),
];

const TITLE = one('securityTitle', value(text(60)));
const EXERCISE_PRICE = one('conversionOrExercisePrice', orNote(decimal));
const AFTER: Rule[] = [
  one('postTransactionAmounts', {
    sequence: either('sharesOwnedFollowingTransaction', 'valueOwnedFollowingTransaction', value(decimal)),
  }),
  one('ownershipNature', {
    sequence: [
      one('directOrIndirectOwnership', value(choice('D', 'I'))),
      maybe('natureOfOwnership', orNote(text(100))),
    ],
  }),
];
const CODING: Rule[] = [
  one('transactionDate', value(date)),
  maybe('deemedExecutionDate', orNote(date)),
  one('transactionCoding', {
    sequence: [
      one('transactionFormType', words(choice('4', '5'))),
      one('transactionCode', words(choice(...CODES))),
      one('equitySwapInvolved', words(boolean)),
      FOOTNOTE_ID,
    ],
  }),
  maybe('transactionTimeliness', orNote(choice('E', 'L'))),
];
const amounts = (dollars: boolean): Rule =>
  one('transactionAmounts', {
    sequence: [
      ...(dollars
        ? either('transactionShares', 'transactionTotalValue', value(decimal))
        : [one('transactionShares', value(decimal))]),
      one('transactionPricePerShare', orNote(decimal)),
      one('transactionAcquiredDisposedCode', value(choice('A', 'D'))),
    ],
  });
const UNDERLYING: Rule[] = [
  one('exerciseDate', orNote(date)),
  one('expirationDate', orNote(date)),
  one('underlyingSecurity', {
    sequence: [
      one('underlyingSecurityTitle', value(text(60))),
      ...either('underlyingSecurityShares', 'underlyingSecurityValue', orNote(decimal)),
    ],
  }),
];

const DOCUMENT = one('ownershipDocument', {
  sequence: [
    maybe('schemaVersion', words(like(/^X\d{4}$/, 'a schema version'))),
    one('documentType', words(choice('4', '4/A'))),
    one('periodOfReport', words(date)),
    maybe('dateOfOriginalSubmission', words(date)),
    maybe('notSubjectToSection16', words(boolean)),
    one('issuer', {
      sequence: [
        one('issuerCik', words(cik)),
        maybe('issuerName', words(text(150))),
        one('issuerTradingSymbol', words(text(10))),
        maybe('issuerForeignTradingSymbol', { ...words(text(14)), since: 'X0609' }),
      ],
    }),
    many('reportingOwner', 1, 10, {
      sequence: [
        one('reportingOwnerId', {
          sequence: [one('rptOwnerCik', words(cik)), maybe('rptOwnerName', words(text(150)))],
        }),
        one('reportingOwnerAddress', {
          sequence: [
            maybe('rptOwnerNonUSAddressFlag', { ...words(boolean), since: 'X0609' }),
            one('rptOwnerStreet1', words(text(40))),
            maybe('rptOwnerStreet2', words(text(40))),
            one('rptOwnerCity', words(text(30))),
            maybe('rptOwnerNonUSStateTerritory', { ...words(text(40)), since: 'X0609' }),
            maybe('rptOwnerState', words(like(/^[A-Z][A-Z0-9]$/, 'a state'))),
            maybe('rptOwnerCountry', { ...words(text(40)), since: 'X0609' }),
            maybe('rptOwnerZipCode', words(like(/^[\da-z #-]{1,10}$/i, 'a zip code'))),
            maybe('rptOwnerStateDescription', words(text(40))),
          ],
        }),
        one('reportingOwnerRelationship', {
          sequence: [
            maybe('isDirector', words(boolean)),
            maybe('isOfficer', words(boolean)),
            maybe('isTenPercentOwner', words(boolean)),
            maybe('isOther', words(boolean)),
            maybe('officerTitle', words(text(30))),
            maybe('otherText', words(text(30))),
          ],
        }),
      ],
    }),
    maybe('aff10b5One', { ...words(boolean), since: 'X0407' }),
    maybe('nonDerivativeTable', {
      any: [
        many('nonDerivativeTransaction', 0, 30, { sequence: [TITLE, ...CODING, amounts(false), ...AFTER] }),
        many('nonDerivativeHolding', 0, 30, { sequence: [TITLE, ...AFTER] }),
      ],
    }),
    maybe('derivativeTable', {
      any: [
        many('derivativeTransaction', 0, 30, {
          sequence: [TITLE, EXERCISE_PRICE, ...CODING, amounts(true), ...UNDERLYING, ...AFTER],
        }),
        many('derivativeHolding', 0, 30, { sequence: [TITLE, EXERCISE_PRICE, ...UNDERLYING, ...AFTER] }),
      ],
    }),
    maybe('footnotes', { sequence: [many('footnote', 0, 99, { ...words(text(1000)), attributes: ['id'] })] }),
    maybe('remarks', words(text(2000))),
    many('ownerSignature', 1, 10, {
      sequence: [one('signatureName', words(text(255))), one('signatureDate', words(date))],
    }),
  ],
});

/** Elements of which exactly one of two has to be there. */
const ONE_OF: readonly (readonly [string, string, string])[] = [
  ['transactionAmounts', 'transactionShares', 'transactionTotalValue'],
  ['underlyingSecurity', 'underlyingSecurityShares', 'underlyingSecurityValue'],
  ['postTransactionAmounts', 'sharesOwnedFollowingTransaction', 'valueOwnedFollowingTransaction'],
];

/** Every fault of a document, `path: what`; none where EDGAR's schema takes it. Throws where it is not well-formed. */
export function faultsOf(xml: string): string[] {
  const document = parseXml(xml);
  const faults: string[] = [];
  const version = document.children.find(({ name }) => name === 'schemaVersion')?.words.trim() ?? 'X0609';
  const visit = (element: Element, rule: Rule, path: string): void => {
    const say = (what: string): number => faults.push(`${path}: ${what}`);
    const said = element.words.trim();
    for (const name of element.attributes.keys()) if (!rule.attributes?.includes(name)) say(`has an attribute ${name}`);
    for (const name of rule.attributes ?? []) if (!element.attributes.has(name)) say(`lacks its attribute ${name}`);
    if (rule.words) {
      if (element.children.length > 0) say('holds elements');
      // What EDGAR hands out keeps optional elements that the filer left blank.
      const fault = said === '' && rule.least === 0 ? undefined : rule.words(said);
      if (fault) say(fault);
      return;
    }
    if (said !== '') say(`holds words: "${said.slice(0, 40)}"`);
    if (rule.cell) {
      const { judge, footnoteAlone } = rule.cell;
      const filled = element.children[0]?.name === 'value' && element.children[0].words.trim() !== '';
      const noted = element.children.some(({ name }) => name === 'footnoteId');
      if (!filled && !(footnoteAlone && (noted || rule.least === 0 || rule.name === 'natureOfOwnership')))
        say('has no value');
      const optional = maybe('value', { words: (one) => judge(one) });
      sequence(element, [optional, FOOTNOTE_ID], path);
    } else if (rule.any) {
      for (const child of element.children) {
        const found = rule.any.find(({ name }) => name === child.name);
        if (found) visit(child, found, `${path}/${child.name}`);
        else say(`<${child.name}> has no place here`);
      }
      if (element.children.length > 30) say('has more than 30 rows');
    } else sequence(element, rule.sequence ?? [], path);
    const pair = ONE_OF.find(([parent]) => parent === rule.name);
    if (pair && element.children.filter(({ name }) => name === pair[1] || name === pair[2]).length !== 1)
      say(`has not exactly one of ${pair[1]} and ${pair[2]}`);
  };
  const sequence = (element: Element, rules: readonly Rule[], path: string): void => {
    let at = 0;
    for (const rule of rules) {
      let count = 0;
      while (element.children[at]?.name === rule.name) {
        if (rule.since && version < rule.since) faults.push(`${path}: <${rule.name}> came with ${rule.since}`);
        visit(element.children[at]!, rule, `${path}/${rule.name}`);
        count++;
        at++;
      }
      if (count < rule.least || count > rule.most) faults.push(`${path}: ${count} of <${rule.name}>`);
    }
    const left = element.children[at];
    if (left) faults.push(`${path}: <${left.name}> has no place here`);
  };
  if (document.name !== 'ownershipDocument') faults.push(`the document element is <${document.name}>`);
  visit(document, DOCUMENT, '');
  if (version >= 'X0407' && !document.children.some(({ name }) => name === 'aff10b5One'))
    faults.push('/: no <aff10b5One>');
  return [...faults, ...footnoteFaults(document)];
}

/** Ids are F1 to F99 and used once; each is cited, and no citation leads nowhere or stands twice in a cell. */
function footnoteFaults(document: Element): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const cited = new Set<string>();
  const visit = (element: Element): void => {
    const here = new Set<string>();
    for (const child of element.children) {
      const id = child.attributes.get('id') ?? '';
      if (child.name === 'footnote') {
        if (!/^F[1-9]\d?$/.test(id) || ids.has(id)) faults.push(`footnote ${id} has a bad or a second id`);
        ids.add(id);
      } else if (child.name === 'footnoteId') {
        if (here.has(id)) faults.push(`${element.name} cites ${id} twice`);
        here.add(id);
        cited.add(id);
      }
      visit(child);
    }
  };
  visit(document);
  for (const id of cited) if (!ids.has(id)) faults.push(`${id} is cited and is not there`);
  for (const id of ids) if (!cited.has(id)) faults.push(`${id} is never cited`);
  return faults;
}
