/** Tells a Form 4 by its content. The client uses this alone of the server, so it imports little. */
import { OTHER_FORMS, PROOF_MARK, type DocumentType } from '../facts/forms';
import type { Layout } from '../facts/layouts';
import { matchesOf } from '../text/matches';

/** As much of a text as is looked at: a form says what it is at its beginning. */
export const HEAD = 8192;

// To look for plain words first is many times faster than a pattern, and most texts have none of them. Words that begin with a
// sign, as <, are found ten times faster than those that begin with a letter which is frequent.
const SUBMISSION = /CONFORMED SUBMISSION TYPE:\s{0,9}((?:[345]|144)(?:\/A)?)\s/;
/** The header of EDGAR's feed, whose tags are not closed. */
const FEED = /<SUBMISSION>\s{1,9}<ACCESSION-NUMBER>[^<]{0,40}<TYPE>((?:[345]|144)(?:\/A)?)\s/;
const DOCUMENT_TYPE = /<(?:[\w.-]{1,40}:)?documentType>\s{0,9}((?:[345]|144)(?:\/A)?)\s{0,9}</;
const OWNERSHIP_XML = /<(?:[\w.-]{1,40}:)?ownershipDocument\b/;
/** A line that begins the frame of a drawn table. */
const DRAWN = /^[ \t]{0,9}(?:\+[-=+]{10}|[\u250c\u251c\u2552\u2554\u255e\u2560][\u2500-\u256c]{10})/m;
/** What DRAWN finds has one of these in it: looking for a character is many times faster than looking at each line. */
const CORNERS = ['+', '\u250c', '\u251c', '\u2552', '\u2554', '\u255e', '\u2560'];

const PROOF = `="${PROOF_MARK}"`;

const HTML = /<html\b|<table\b[^<>]{0,200}>\s{0,9}<t[rbh]/i;
/** The labels of two boxes side by side, parted by spaces. The second looks at each line, the first only where they stand. */
const TWO_LABELS = /1\. Name and Address of (?:Reporting Person)?[ \u00a0^*]{3,300}2\. Issuer Name/;
const TWO_LABELS_ALONE =
  /^[ \u00a0]{0,9}1\. Name and Address of (?:Reporting Person)?[ \u00a0^*]{3,300}2\. Issuer Name/m;
/** As EDGAR's page prints them: where these are found, no text is written over in small letters. */
const PRINTED = [
  'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
  'OMB Number: 3235-0287',
  'Section 16(a) of the Securities Exchange Act',
  'Name and Address of Reporting Person',
  'Table I - Non-Derivative',
];
const PHRASES = PRINTED.map((phrase) => phrase.toLowerCase());
const WANTED = 3;
/** A table of the form by itself, whose page was copied without its head: all of these. A Form 5 states the year's end in column 5. */
const TABLE_PHRASES = [
  'table i - non-derivative',
  '1. title of security',
  '2. transaction date',
  'following reported transaction(s) (instr. 3 and 4)',
];
/** In tables that a text browser or a converter draws, most of those phrases are cut by the next column. */
const DRAWN_PHRASES = [
  '1. name and address',
  '2. issuer name',
  '3. date of earliest',
  '4. if amendment, date',
  '5. relationship of',
  '(last) (first) (middle)',
  'omb number:',
  'table i - non-derivative securities',
];
const DRAWN_WANTED = 4;
/** With so many of them it is a form, whatever its frame is drawn with. */
const UNFRAMED_WANTED = 5;

/**
 * The layout of a text that is a Form 4; undefined for any other text.
 * One phrase that only a filing has settles it; otherwise three of the form's own phrases, with white space collapsed,
 * must stand in the first 8 KB, or the headings of Table I.
 */
export function recognise(text: string): Layout | undefined {
  const head = text.slice(0, HEAD);
  if (otherForm(head) !== undefined || head.includes(PROOF)) return undefined;
  if (hasSubmission(head) || hasOwnershipXml(head)) return layoutOf(text);
  if (has(WANTED, PRINTED, head)) return layoutOf(text);
  const small = head.toLowerCase();
  if (!has(WANTED, PHRASES, small)) {
    const words = small.replace(/[\s*_\\|#\u2500-\u257f]+/g, ' ').replace(/[\u2013\u2014]|--/g, '-');
    if (
      !has(WANTED, PHRASES, words) &&
      !has(TABLE_PHRASES.length, TABLE_PHRASES, words) &&
      !has(DRAWN.test(head) ? DRAWN_WANTED : UNFRAMED_WANTED, DRAWN_PHRASES, words)
    )
      return undefined;
  }
  return layoutOf(text);
}

/** True where some words have so many of the phrases in them. */
function has(wanted: number, phrases: readonly string[], words: string): boolean {
  let found = 0;
  for (const phrase of phrases) if (words.includes(phrase) && ++found === wanted) return true;
  return false;
}

const hasSubmission = (head: string): boolean =>
  (head.includes('CONFORMED SUBMISSION TYPE:') && SUBMISSION.test(head)) ||
  (head.includes('<ACCESSION-NUMBER>') && FEED.test(head));
/** How far from the beginning the title of a form may stand. */
const TITLE_WITHIN = 4_000;
/** A look for all of them at once. */
const ANY_TITLE = new RegExp(OTHER_FORMS.map(({ title }) => title).join('|'));

/** The other form of EDGAR's that a text is, by what it says of itself; undefined for a Form 4, and for what is no form. */
export const otherForm = perText(findOtherForm);

function findOtherForm(text: string): DocumentType | undefined {
  const head = text.slice(0, HEAD * 4);
  const said =
    ((head.includes('<documentType>') || head.includes(':documentType>')) && DOCUMENT_TYPE.exec(head)) ||
    (head.includes('CONFORMED SUBMISSION TYPE:') && SUBMISSION.exec(head)) ||
    (head.includes('<ACCESSION-NUMBER>') && FEED.exec(head));
  if (said) return said[1]!.startsWith('4') ? undefined : (said[1] as DocumentType);
  const begin = head.slice(0, TITLE_WITHIN);
  if (!ANY_TITLE.test(begin)) return undefined;
  return OTHER_FORMS.find(({ title }) => {
    const at = begin.indexOf(title);
    // A Form 4 may name another form in its notes; its own title stands before them.
    return at >= 0 && !begin.slice(0, at).includes('STATEMENT OF CHANGES');
  })?.form;
}

const hasOwnershipXml = (head: string): boolean =>
  (head.includes('<ownershipDocument') || head.includes(':ownershipDocument')) && OWNERSHIP_XML.test(head);
const SECOND_LABEL = '2. Issuer Name';

function hasTwoLabels(head: string): boolean {
  for (let at = head.indexOf(SECOND_LABEL); at >= 0; at = head.indexOf(SECOND_LABEL, at + 1))
    if (at > 0 && ' \u00a0^*'.includes(head.charAt(at - 1)))
      return TWO_LABELS.test(head) && TWO_LABELS_ALONE.test(head);
  return false;
}

/** True where a text is EDGAR's complete submission, whatever the form's document in it is written in. */
export function isSubmission(text: string): boolean {
  return hasSubmission(text.slice(0, HEAD * 4));
}

/**
 * The layout of a text that is taken for a Form 4, whatever it is. A submission is one whose form is XML, or is not yet
 * seen; one whose form is plain text or a web page is of that layout, since that is how it is read.
 */
export const layoutOf = perText(findLayout);

function findLayout(text: string): Layout {
  const head = text.slice(0, HEAD * 4);
  if (hasOwnershipXml(head)) return hasSubmission(head) ? 'submission' : 'edgarXml';
  if (mayBeHtml(head) && HTML.test(head)) return 'html';
  if (head.includes('<S>') && /^[ \t]{0,9}<S>[ \t]{0,200}<C>/m.test(head)) return 'ascii';
  if (hasSubmission(head)) return 'submission';
  if (CORNERS.some((corner) => head.includes(corner)) && DRAWN.test(head)) return 'columns';
  if (hasTwoLabels(head)) return 'columns';
  if (head.includes('| **1. Name and Address') && /^\| \*\*1\. Name and Address/m.test(head)) return 'markdown';
  if (head.includes('|') && hasBars(head)) return 'piped';
  return 'tabbed';
}

/** True where a bar follows the first heading of a table, which begins a line or stands behind a bar itself. */
function hasBars(head: string): boolean {
  return matchesOf(SECURITY, head).some(({ 0: { length }, index }) => {
    const line = head.lastIndexOf('\n', index - 1) + 1;
    if (index - line > 210 || !BEFORE.test(head.slice(line, index))) return false;
    const behind = head.slice(index + length, index + length + 440);
    const bar = behind.indexOf('|');
    return bar >= 0 && behind.slice(0, bar).split('\n').length <= 2;
  });
}

const SECURITY = /Title of (?:Derivative )?Security/g;
const BEFORE = /^ {0,3}(?:\||1\\?\. ?$)/;

/** True where some tag begins as those that HTML looks for do; in a text of few tags a quick look. */
function mayBeHtml(head: string): boolean {
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
    const small = head.charCodeAt(at + 1) | 32;
    if (small === 104 /* h */ || small === 116 /* t */) return true;
  }
  return false;
}

/**
 * The answer for the text that was asked about last: who wants to know whether a text is a Form 4 reads it next, and to look twice
 * took 6 of 135 µs of a real filing.
 */
function perText<T>(look: (text: string) => T): (text: string) => T {
  let last: string | undefined;
  let answer: T | undefined;
  return (text) => {
    if (text !== last) answer = look(text);
    last = text;
    return answer as T;
  };
}
