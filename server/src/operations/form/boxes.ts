/** Edits in the boxes of the form: names, the issuer, dates, titles, the address, remarks. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { remarkEdit } from '../filing/remarks';
import type { Refusal } from '../operation';
import { escaped } from './escape';
import { changed, replaced } from './pieces';
import { cellOfPlace, type BoxPlace } from './place';
import { documentElement, xmlChildEdits } from './xml';

const NO_PLACE: Refusal = {
  refused: 'Nothing was changed: this box is not printed in the text, so that nothing says where its words would go.',
};
const BOTH_SIDES: Refusal = {
  refused: 'Nothing was changed: the form has words of its own amid these. Change what stands before and behind them one after the other.',
};

/** Sets the words of a box; `before` are those that are shown now. */
export function boxEdits(filing: Filing, place: BoxPlace, before: string, after: string): readonly Edit[] | Refusal {
  if (filing.xml) return xmlBoxEdits(filing, place, before, after);
  const cell = cellOfPlace(filing, place);
  const escape = (words: string): string => escaped(filing, words, place.box === 'remarks');
  if (!cell || cell.raw === '') return after === '' ? [] : written(filing, place, escape(after));
  if (place.box === 'address') return addressEdits(filing, cell.span, before, after, escape);
  if (after === '') return [gone(filing, place, cell.span)];
  const less = changed(filing.text, { span: cell.span, isXml: false }, before, after, escape);
  return [less ?? { span: cell.span, newText: escape(after) }];
}

const PLACEHOLDERS = /\((?:last|first|middle|street|city|state|zip)\)|<\/?u>|<br ?\/?>/gi;

function addressEdits(
  { text }: Filing,
  span: Span,
  before: string,
  after: string,
  escape: (words: string) => string,
): readonly Edit[] | Refusal {
  const between = [...text.slice(span.start, span.end).matchAll(PLACEHOLDERS)].map(({ 0: words, index }) => ({
    start: span.start + index,
    end: span.start + index + words.length,
  }));
  const words = { span, between, isXml: false };
  if (after === '') return replaced(text, words, '');
  const edit = changed(text, words, before, after, escape);
  return edit ? [edit] : BOTH_SIDES;
}

/** The words of a box go, with the tags that underline them. */
function gone({ text }: Filing, { box }: BoxPlace, { start, end }: Span): Edit {
  // The issuer's name and symbol stand in one pair of tags.
  if (box === 'issuerName' || box === 'issuerTradingSymbol') return { span: { start, end }, newText: '' };
  const tagged = text.slice(0, start).endsWith('<u>') && text.startsWith('</u>', end);
  const [from, to] = tagged ? [start - 3, end + 4] : [start, end];
  const space = text.charAt(from - 1) === ' ' ? 1 : 0;
  return { span: { start: from - space, end: to }, newText: '' };
}

/** Words for a box that is blank: behind its label, underlined where the filing underlines what it fills in. */
function written(filing: Filing, place: BoxPlace, words: string): readonly Edit[] | Refusal {
  const { boxes, issuer, text } = filing;
  const filled = text.includes('<u>') ? `<u>${words}</u>` : words;
  const at = (span: Span | undefined, what = ` ${filled}`): readonly Edit[] | Refusal => {
    if (!span) return NO_PLACE;
    const start = behindMarkup(text, span.end);
    return [{ span: { start, end: start }, newText: what }];
  };
  switch (place.box) {
    case 'periodOfReport':
      return at(boxes.earliestTransaction);
    case 'dateOfOriginalSubmission':
      return at(boxes.originalFiled);
    case 'remarks':
      return [remarkEdit(filing, words)];
    case 'rptOwnerName':
      return (place.owner ?? 0) === 0 ? at(boxes.reportingPerson) : NO_PLACE;
    case 'address':
      return addressPlace(filing, words);
    case 'issuerName': {
      const { span } = issuer.issuerTradingSymbol;
      if (issuer.issuerTradingSymbol.raw === '') return at(boxes.issuer);
      const open = text.lastIndexOf('[', span.start);
      return [{ span: { start: open, end: open }, newText: `${words} ` }];
    }
    case 'issuerTradingSymbol': {
      const { span, raw } = issuer.issuerName;
      if (raw === '') return at(boxes.issuer, text.includes('<u>') ? ` <u>[ ${words} ]</u>` : ` [ ${words} ]`);
      const symbol = issuer.issuerTradingSymbol.span.start;
      const bracketed = text.slice(span.end, symbol).includes('[');
      if (bracketed) return [{ span: { start: symbol, end: symbol }, newText: words }];
      return [{ span: { start: span.end, end: span.end }, newText: ` [ ${words} ]` }];
    }
    case 'officerTitle':
    case 'otherText':
      return titlePlace(filing, place, filled);
  }
}

/** What a converter or the form itself sets right behind a label: its star, emphasis, breaks. */
const MARKUP = /^(?:\\?\*|\^|<br ?\/?>|<\/?sup>|:| (?=<br))+/;

function behindMarkup(text: string, at: number): number {
  return at + (MARKUP.exec(text.slice(at, at + 80))?.[0].length ?? 0);
}

/** Behind "(Middle)", below which the street goes. */
function addressPlace({ boxes, text }: Filing, words: string): readonly Edit[] | Refusal {
  const from = boxes.reportingPerson?.end;
  const middle = from === undefined ? -1 : text.slice(from, from + 600).search(/\(middle\)/i);
  if (from === undefined || middle < 0) return NO_PLACE;
  const at = from + middle + '(middle)'.length;
  return [{ span: { start: at, end: at }, newText: ` ${words}` }];
}

/** Below the boxes of box 5: the officer's title first, then the words of "Other". */
function titlePlace(filing: Filing, { box, owner = 0 }: BoxPlace, filled: string): readonly Edit[] | Refusal {
  const { text } = filing;
  const person = filing.reportingOwners[owner];
  const labels = Object.values(person?.roles ?? {});
  if (!person || labels.length === 0) return NO_PLACE;
  if (box === 'officerTitle' && !person.isOfficer)
    return { refused: 'Nothing was changed: a title is given of an officer. Tick “Officer” first.' };
  if (box === 'otherText' && !person.isOther)
    return { refused: 'Nothing was changed: words are given of what is ticked. Tick “Other” first.' };
  const last = labels.reduce((end, { label, mark }) => Math.max(end, label.end, mark?.end ?? 0), 0);
  const title = box === 'otherText' ? person.officerTitle?.span.end : undefined;
  const at = title === undefined ? last : text.startsWith('</u>', title) ? title + 4 : title;
  return [{ span: { start: at, end: at }, newText: ` ${filled}` }];
}

const ADDRESS_TAGS = /<[^<>]{1,80}>/g;

function xmlBoxEdits(filing: Filing, place: BoxPlace, before: string, after: string): readonly Edit[] | Refusal {
  const owner = (name: string): ReturnType<typeof documentElement> =>
    documentElement(filing, ['reportingOwner', place.owner ?? 0], [name, 0]);
  switch (place.box) {
    case 'rptOwnerName':
      return xmlChildEdits(filing, owner('reportingOwnerId'), 'rptOwnerName', after);
    case 'officerTitle':
    case 'otherText':
      return xmlChildEdits(filing, owner('reportingOwnerRelationship'), place.box, after);
    case 'issuerName':
    case 'issuerTradingSymbol':
      return xmlChildEdits(filing, documentElement(filing, ['issuer', 0]), place.box, after);
    case 'periodOfReport':
    case 'dateOfOriginalSubmission':
    case 'remarks':
      return xmlChildEdits(filing, documentElement(filing), place.box, after);
    case 'address': {
      const element = owner('reportingOwnerAddress')?.element;
      if (!element) return NO_PLACE;
      const { start, end } = element.content;
      const between = [...filing.text.slice(start, end).matchAll(ADDRESS_TAGS)].map(({ 0: tag, index }) => ({
        start: start + index,
        end: start + index + tag.length,
      }));
      const words = { span: element.content, between, isXml: true };
      if (after === '') return replaced(filing.text, words, '');
      const edit = changed(filing.text, words, before, after, (part) => escaped(filing, part, false));
      return edit ? [edit] : BOTH_SIDES;
    }
  }
}
