/** What a footnote says of a transaction, where that is another transaction than the code stands for. */
import { codesOf } from '../../facts/transactionCodes';

/** A code of which the row's own footnote says something else. */
export interface Contradiction {
  /** Nothing is said without one of these words: a quick look before the others. */
  readonly about: RegExp;
  readonly says: RegExp;
  /** Words that take the contradiction away. */
  readonly unless: RegExp;
  readonly message: string;
  readonly codes: readonly string[];
  /**
   * Filers word it in many ways, so that it is a warning only of a note that one row alone cites and that speaks of
   * that row from its first words on.
   */
  readonly soft?: true;
  /** Both codes are used for it: an information, whatever the note. */
  readonly open?: true;
  /** Not where securities are exercised or converted on that day without a grant: shares may then be withheld in payment. */
  readonly unlessExercised?: true;
}

/** A note that tells of another transaction, of a mistake that was made, or of what did not happen. */
const ELSEWHERE =
  'no(?! consideration)|not|none|never|neither|nor|without|other than|original(?:ly)?|previous(?:ly)?|prior|subsequent(?:ly)?|later|future|may(?! \\d)|will|would|erroneous(?:ly)?|inadvertent(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|correct(?:s|ed|ing|ion)?|amend(?:s|ed|ing|ment)?|resc(?:inds?|inded|ission)|revers(?:es|ed|al)|return(?:s|ed|ing)?|cancel(?:s|led|ed)?';
const unless = (words: string): RegExp => new RegExp(`\\b(?:${ELSEWHERE}|${words})\\b`, 'i');

/** The contradictions of each code, likeliest first. */
export const CONTRADICTIONS: Readonly<Record<string, readonly Contradiction[]>> = {
  P: [
    {
      about: /vest|unit|rsu|psu/i,
      says: /\bvest(?:s|ed|ing)\b|\b(?:restricted|performance|deferred|phantom)\s(?:stock|share)\sunits?\b|\bRSUs?\b|\bPSUs?\b/i,
      unless:
        /\bpurchase[ds]?\b|\bbought\b|\bacquired in the open market\b|\bincludes?\b|\bincluding\b|\bconsists?\b|\bof which\b/i,
      message: 'P is a purchase in the market or a private one',
      codes: codesOf('vests'),
    },
  ],
  F: [
    {
      about: /sold|sell/i,
      says: /\bsell[\s-]to[\s-]cover\b|\b(?:were|was|been|shares) sold\b|\bsold (?:in|on|through|at|by|pursuant)\b|\bsold to cover\b/i,
      unless:
        /\bno shares (?:\w{1,20} ){0,3}sold\b|\bnot (?:\w{1,20} ){0,3}sold\b|\bsold (?:back )?to the (?:issuer|company|corporation)\b/i,
      message: 'F is a payment with shares that the issuer keeps or takes back',
      codes: ['S'],
    },
  ],
  S: [
    {
      about: /withh/i,
      says: /\bwithheld by the (?:issuer|company|corporation|employer)\b|\b(?:issuer|company|corporation|employer) withheld\b/i,
      unless: unless('sold|sales?|sell|brokers?|brokerage|warrants?|cashless|net|exercise price|proceeds'),
      message: 'S is a sale in the market or a private one',
      codes: ['F'],
      soft: true,
      unlessExercised: true,
    },
  ],
  D: [
    {
      about: /open|sold|broker/i,
      says: /\b(?:sold|sales?|dispos(?:ed|itions?)) (?:in|on|through|into) (?:the )?open[\s-]market\b|\bopen[\s-]market sales?\b|\bsold (?:in|on|through) (?:(?:the|a|an) )?(?:market|broker|brokers|brokerage|exchange|NYSE|Nasdaq)\b/i,
      unless: unless(
        '(?:to|by) the (?:issuer|company|corporation)|withheld|withholding|forfeit(?:ed|ure)?|merger|tender|repurchased?|donees?',
      ),
      message: 'D is a disposition to the issuer',
      codes: ['S'],
      soft: true,
    },
    {
      about: /average/i,
      says: /\b(?:sold|executed|effected) in (?:multiple|several|numerous|separate|a series of) (?:\w{1,20} ){0,3}(?:transactions|trades|sales)\b/i,
      unless: unless(
        '(?:to|by) the (?:issuer|company|corporation)|withheld|withholding|forfeit(?:ed|ure)?|merger|tender|repurchased?|donees?',
      ),
      message: 'D is a disposition to the issuer',
      codes: ['S'],
      soft: true,
    },
  ],
  G: [
    {
      about: /rata/i,
      says: /\bpro[\s-]?rata,? (?:in[\s-]kind )?distribut(?:ion|ions|ed)\b|\bdistribut(?:ed|ion|ions) (?:\w{1,20} ){0,6}pro[\s-]?rata\b/i,
      unless: unless('gift(?:s|ed)?|donat(?:ed|ions?)|donors?|donees?|charit(?:y|ies|able)|trusts?|estate|heirs?'),
      message: 'G is a bona fide gift',
      codes: ['J'],
      soft: true,
    },
    {
      about: /sold|sale/i,
      says: /\b(?:shares|stock) (?:were|was) sold\b|\bopen[\s-]market sales?\b|\bsold (?:in|on|through|into) (?:the )?open[\s-]market\b|\bsales? (?:in|on) the open[\s-]market\b/i,
      unless: unless(
        'gift(?:s|ed)?|donat(?:e|ed|es|ions?)|donors?|donees?|recipients?|transferees?|charit(?:y|ies|able)|foundation|trusts?|trustees?|fund|beneficiar(?:y|ies)|after',
      ),
      message: 'G is a bona fide gift',
      codes: ['S'],
      soft: true,
    },
  ],
  J: [
    {
      about: /gift|donat/i,
      says: /\bbona[\s-]fide gifts?\b|\bcharitable (?:gift|donation|contribution)s?\b|\bgifted (?:to|by)\b|\b(?:shares|stock) (?:were |was )?donated\b|\bdonation (?:of|to)\b/i,
      unless: unless(
        'trusts?|trustees?|GRATs?|annuity|estate|distribut(?:ed|ions?|es)|partnership|LLC|division|divorce|loan(?:ed|s)?|exchang(?:ed|e|es)|contribution of|re-?regist(?:er|ered|ration)',
      ),
      message: 'J is a transaction that no other code names',
      codes: ['G'],
      soft: true,
    },
    {
      about: /gift/i,
      says: /^(?:(?:bona[\s-]fide|charitable) )?gifts? (?:to|by|from|of)\b/i,
      unless: unless('loan(?:ed|s)?|exchang(?:ed|e|es)|divorce'),
      message: 'J is a transaction that no other code names',
      codes: ['G'],
      // A gift to a trust of one's own may be either.
      open: true,
    },
  ],
  A: [
    {
      about: /open/i,
      says: /\b(?:purchased|bought|acquired) (?:\w{1,20} ){0,3}(?:in|on|through) (?:the |an )?open[\s-]market\b|\bopen[\s-]market purchases?\b/i,
      unless: unless(
        'plans?|ESPP|401|dividends?|reinvest(?:ed|ment|ments)?|issuer|company|corporation|trustees?|agents?|administrators?|program(?:me)?|compensation|deferred|deferral|fees|retainer|match(?:ed|ing)?|award(?:s|ed)?|grant(?:s|ed)?|vest(?:s|ed|ing)?',
      ),
      message: 'A is a grant or an award, or another acquisition from the issuer',
      codes: ['P'],
      soft: true,
    },
  ],
};
