import type { Rule } from '../rule';

/** "/s/ Kim Vale, attorney-in-fact for Rowan Alder" where Rowan Alder is not the reporting person. */
export const signedFor: Rule = {
  id: 'signed-for',
  family: 'boxes',
  severity: 'information',
  summary: 'Signed for a person of another name than the reporting person',
  sign: 'signedFor',
  check({ filing, report }) {
    const [owner, ...others] = filing.reportingOwners;
    if (!owner?.rptOwnerName.value || others.length > 0 || filing.ownerSignatures.length !== 1) return;
    const own = owner.rptOwnerName.value;
    const { signatureName: cell } = filing.ownerSignatures[0]!;
    const person = FOR.exec(cell.value ?? '')?.[1];
    if (person === undefined || sharesWord(own, person)) return;
    const names = new Set(tokens(own));
    const initials = new Set([...names].map((name) => name[0]));
    if (tokens(person).some((name) => names.has(name) || (name.length === 1 && initials.has(name)))) return;
    if (ENTITY.test(person) || ENTITY.test(own)) return;
    report({
      cell,
      span: cell.span,
      message: `Check the signature: it is given for ${person}; the reporting person is ${own}.`,
      related: [{ message: 'the reporting person', span: owner.rptOwnerName.span }],
    });
  },
};

/** A look for one word in both to the letter, which spares most signatures the rest. */
const sharesWord = (own: string, person: string): boolean =>
  own.split(' ').some((word) => LETTERS.test(word) && ` ${person} `.includes(` ${word} `));

const LETTERS = /^[a-z]{2}/i;

const FOR = /\battorney[\s-]in[\s-]fact for:?\s{1,3}([^,;:(/\d]{3,60})/i;
/** What signs through an officer or a partner, whose names are their own. */
const ENTITY =
  /\b(?:L\.?L\.?C|L\.?P|L\.?L\.?P|Inc|Corp|Ltd|Trust|Fund|Partners|Capital|Holdings?|Management|Company|Co|plc|N\.?V|S\.?A|GmbH|AG|Foundation|Group|Advisors|Associates|Ventures|Investments?|Reporting Persons?|each)\b/i;

const tokens = (name: string): string[] =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
