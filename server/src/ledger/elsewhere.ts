/** What notes say of shares that come or go without a row on a Form 4, and of amendments that take a filing back. */
import type { Filing } from '../filing/model';
import type { Elsewhere } from './entry';

/**
 * Splits and stock dividends (Rule 16a-9), shares reinvested from dividends (16a-11) and bought through plans that are exempt
 * (16b-3(c)): wherever such a note stands in a filing, it may speak of every holding of the class.
 */
const WAYS: readonly (readonly [Elsewhere, RegExp])[] = [
  ['split', /\bsplit\b|\bstock dividend\b|\b16a-9\b|\b(?:for|to)[- ]one (?:stock|forward|reverse)\b/i],
  [
    'plan',
    /\breinvest|\bDRIP\b|\bpurchase plan\b|\bESPP\b|\b401\s?\(k\)|\bsavings plan\b|\bemployee stock (?:purchase|ownership)\b|\b16a-11\b|\b16b-3\(c\)|\bpayroll\b/i,
  ],
];

/** What a note says of the row that it stands on: shares came or went, or are counted in the total, in another way. */
const OF_A_ROW =
  /\b16a-13\b|\bform of (?:beneficial )?ownership\b|\btransferred\b|\bdistribut|\bcontribut|\breclassif|\bmerger\b|\bannuity trust\b|\bdomestic relations\b|\bdivorce\b|\binclud(?:es|ed|ing)\b|\breflect(?:s|ed|ing)?\b|\bpreviously (?:reported|disclosed)\b|\binadvertent|\badjust|\bcorrect|\binherit|\bno longer\b|\bceased\b|\bnot (?:previously )?(?:been )?reported\b|\bomitted\b|\bforfeit|\brestat|\btotal represents\b|\bsince the (?:date|last)\b|\bdividend/i;

/** The first way that the notes or the remarks speak of; undefined where they speak of none. */
export function elsewhereIn({ footnotes, remarks }: Filing): Elsewhere | undefined {
  const texts = footnotes.list.map(({ text }) => text);
  if (remarks?.value) texts.push(remarks.value);
  return WAYS.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0];
}

/** True where a note on a row speaks of shares that no row shows. */
export const speaksOfElsewhere = (text: string): boolean =>
  OF_A_ROW.test(text) || WAYS.some(([, pattern]) => pattern.test(text));

/** Words that say why a holding is gone, or that it is no longer one. */
const PARTING =
  /\b(?:ceas|distribut|disclaim|no longer|transferred|dissol|terminat|liquidat|wound up|divorce|domestic relations|death|deceased|excludes?\b)/i;

/** The notes and remarks that may say why a holding is no more. */
export function partingsIn({ footnotes, remarks }: Filing): string[] {
  const texts = footnotes.list.map(({ text }) => text);
  if (remarks?.value) texts.push(remarks.value);
  return texts.filter((text) => PARTING.test(text));
}

const TAKEN_BACK =
  /\b(?:withdraw[ns]?|withdrawal|rescind(?:ed|s)?|duplicat(?:e|es|ed|ive)|filed in error|erroneously filed|inadvertently filed|should be disregarded|void)\b/i;

/** True where an amendment says that the filing which it amends is taken back or stands twice. */
export function takesBack({ documentType, footnotes, remarks }: Filing): boolean {
  if (!documentType.endsWith('/A')) return false;
  return TAKEN_BACK.test(remarks?.value ?? '') || footnotes.list.some(({ text }) => TAKEN_BACK.test(text));
}
