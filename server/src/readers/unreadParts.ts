/** Finds what could not be read of the boxes, the notes and the signatures. */
import { LIMITS } from '../facts/limits';
import type { Filing, Footnote, ReadPart, TextCell, Unread } from '../filing/model';
import type { Span } from '../text/span';

type Read = Omit<Filing, 'unread'>;

/** The form's own words for its boxes and headings, which no value has. */
const FORM_WORDS =
  /Month\/Day\/|Name and Address of |Issuer Name and Ticker|Date (?:of )?(?:Earliest Transaction|Original(?:ly)? Filed)|Relationship of Reporting|Joint\/Group Filing|Check (?:All )?Applicable|\((?:Last|First|Middle|Street|City|State|Zip)\)|Form filed by |Reporting Owner Name|10% Owner|\((?:give title|specify) below\)|Explanation of Responses|Signature of Reporting Person/i;
/** No words of the form are shorter. */
const SHORTEST = '(Zip)'.length;
/** What each of them has, or is followed by on the form; a look for it spares nearly all values the pattern. */
const OF_FORM = /[(/%]| of | and | by |owner/i;
export const isFormWords = (words: string): boolean =>
  words.length >= SHORTEST && OF_FORM.test(words) && FORM_WORDS.test(words);

/** The markup of layouts that are not known here. */
const MARKUP = /\]\{\.|\]\(\S|<\/?(?:td|tr|table|tbody|span|div|br|hr|font)\b/i;

/** A look for the characters that it is made of spares nearly all words the pattern. */
export const isMarkup = (words: string): boolean =>
  (words.includes('<') || words.includes('](') || words.includes(']{')) && MARKUP.test(words);

/** Nothing but punctuation, or the number of the next box. */
const SCRAP = /^[\W_]{0,40}(?:\d[\W_]{0,40})?$/;

const isGarbled = (cell: TextCell | undefined): boolean =>
  cell !== undefined && cell.raw !== '' && (isFormWords(cell.raw) || isMarkup(cell.raw));

export function unreadBoxes(filing: Read): Unread[] {
  const { boxes, reportingOwners, issuer, periodOfReport, dateOfOriginalSubmission, layout } = filing;
  const found: Unread[] = [];
  const add = (part: ReadPart, span: Span): void => void found.push({ part, span, lines: 1 });
  const owner = reportingOwners.find(
    (one, at) =>
      (at > 0 && one.rptOwnerName.raw === '' && one.rptOwnerName.cellSpan.end > one.rptOwnerName.cellSpan.start) ||
      isGarbled(one.rptOwnerName) ||
      isGarbled(one.officerTitle) ||
      isGarbled(one.otherText) ||
      // On a page of columns a tick or a title may have been torn off its label.
      (layout === 'columns' && one.relationship && !hasTicks(one)),
  );
  if (owner) add('reportingOwners', owner.relationship ?? owner.rptOwnerName.span);
  // On a page that has lost its cells a blank name or symbol is one that was not found, and a long one is words of both.
  const isLost = ({ raw }: TextCell): boolean => raw === '' || raw.length > LIMITS.issuerTradingSymbol.characters;
  if (
    isGarbled(issuer.issuerName) ||
    isGarbled(issuer.issuerTradingSymbol) ||
    (layout === 'columns' &&
      boxes.issuer !== undefined &&
      (issuer.issuerName.raw === '' || isLost(issuer.issuerTradingSymbol)))
  )
    add('issuer', boxes.issuer ?? issuer.issuerName.span);
  for (const [part, box] of [
    ['periodOfReport', boxes.earliestTransaction],
    ['dateOfOriginalSubmission', boxes.originalFiled],
  ] as const) {
    const cell = part === 'periodOfReport' ? periodOfReport : dateOfOriginalSubmission;
    if (cell.value !== undefined) continue;
    // On a page of columns a blank box 3 is one that was not found.
    if (
      cell.raw === ''
        ? layout === 'columns' && part === 'periodOfReport'
        : SCRAP.test(cell.raw) || isFormWords(cell.raw) || isMarkup(cell.raw)
    )
      add(part, box ?? cell.span);
  }
  return found;
}

type Owner = Filing['reportingOwners'][number];

const hasTicks = ({ isDirector, isTenPercentOwner, isOfficer, isOther, officerTitle, otherText }: Owner): boolean =>
  (isDirector || isTenPercentOwner || isOfficer || isOther) &&
  (!isOfficer || officerTitle?.value !== undefined) &&
  (!isOther || otherText?.value !== undefined);

const EXPLANATION = /explanation\s{1,9}of\s{1,9}responses/i;
/** A line that begins like a note, whatever stands around its number. */
const NOTE =
  /^[\s|*>]{0,9}(?:\\?[([^]{1,2} ?(?:F|FN|Fn|fn ?)?\d{1,2} ?\\?[)\]^]|\d{1,2}(?:\\?[.)]| ?[-:])\s|(?:F|Fn|FN|Footnote |Note )\d{1,2}(?: ?[-:.)]|\s)|[\u00b9\u00b2\u00b3]|<(?:li|sup)\b)|>\s?\d{1,2}\\?[.)]\s/m;
/** What begins a line of the boxes and the headings, and no note. */
const HEADING =
  /Name and Address of|Issuer Name and|Date of Earliest|If Amendment, Date|Relationship of Reporting|Individual or Joint|Title of (?:Derivative )?Security/iy;

/** @param foreign whether its words may hold what no note does, as a look at all notes has shown */
function isGarbledNote(text: string, note: Footnote, foreign: boolean): boolean {
  HEADING.lastIndex = note.textSpan.start;
  return HEADING.test(text) || (foreign && (note.text.includes('/s/') || isMarkup(note.text)));
}

export function unreadNotes(filing: Read): Unread[] {
  const { footnotes, layout, text, lines, nonDerivativeTable, derivativeTable } = filing;
  const { heading, list } = footnotes;
  const [first] = list;
  if (!first) {
    const tables = Math.max(nonDerivativeTable.span.end, derivativeTable.span.end);
    const at = heading?.end ?? EXPLANATION.exec(text)?.index ?? tables;
    if (!NOTE.test(text.slice(at))) return [];
    return [{ part: 'footnotes', span: heading ?? lines.lineSpan(lines.lineAt(at)), lines: 0 }];
  }
  // Their stretch of the text is looked at, not their words, which are put together once they are asked for.
  const all = text.slice(first.span.start, list[list.length - 1]!.span.end);
  const foreign = all.includes('/s/') || isMarkup(all);
  const garbled = list.find((note) => isGarbledNote(text, note, foreign));
  // Where lines are wrapped, a number at the start of one may be within a note.
  const torn =
    layout === 'columns' && list.find(({ number }, at) => number !== undefined && number !== first.number! + at);
  const note = garbled ?? torn;
  return note ? [{ part: 'footnotes', span: note.labelSpan, lines: 1 }] : [];
}

/** Before a signature may stand whom it is for. More than the field takes are remarks or notes that run into it. */
const BEFORE_SIGNATURE = 60;
const LONGEST_SIGNATURE = 255;

/** A date right above the line of the signatures, or the words on it: somebody has signed. */
const DATED_ABOVE = /\d{1,2}\/\d{1,2}\/\d{4}\s{1,200}(?:\*{1,2}\s{0,9})?Signature of Reporting Person/i;

export function unreadSignatures({ ownerSignatures, footnotes, text, layout }: Read): Unread[] {
  if (ownerSignatures.length === 0) {
    const behind = footnotes.heading?.end ?? 0;
    const at = text.indexOf('/s/', behind);
    if (at >= 0) return [{ part: 'ownerSignatures', span: { start: at, end: at + 3 }, lines: 1 }];
    // On a page of columns a name may have run into the note above it.
    const dated = layout === 'columns' ? DATED_ABOVE.exec(text.slice(behind)) : null;
    const start = behind + (dated?.index ?? 0);
    return dated
      ? (['footnotes', 'ownerSignatures'] as const).map((part) => ({
          part,
          span: { start, end: start + 10 },
          lines: 1,
        }))
      : [];
  }
  const wrong = ownerSignatures.find(
    ({ signatureName: { raw } }) =>
      (raw.length > LONGEST_SIGNATURE && raw.lastIndexOf('/s/') > BEFORE_SIGNATURE) ||
      isMarkup(raw) ||
      isFormWords(raw),
  );
  return wrong ? [{ part: 'ownerSignatures', span: wrong.signatureName.span, lines: 1 }] : [];
}
