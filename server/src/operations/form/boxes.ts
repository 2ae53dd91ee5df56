/** Edits in the boxes of the form: names, the issuer, dates, titles, the address, remarks. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Span } from '../../text/span';
import { remarkEdit } from '../filing/remarks';
import type { Refusal } from '../operation';
import { escaped } from './escape';
import { addressEdits } from './address';
import { changed } from './pieces';
import { cellOfPlace, type BoxPlace } from './place';
import { documentElement, xmlChildEdits } from './xml';

export const NO_PLACE: Refusal = {
  refused: 'Nothing was changed: this box is not printed in the text, so that nothing says where its words would go.',
};

/** Sets the words of a box; `before` are those that are shown now. */
export function boxEdits(filing: Filing, place: BoxPlace, before: string, after: string): readonly Edit[] | Refusal {
  if (place.box === 'street' || place.box === 'place')
    return addressEdits(filing, { ...place, box: place.box }, before, after);
  if (filing.xml) return xmlBoxEdits(filing, place, after);
  const cell = cellOfPlace(filing, place);
  const escape = (words: string): string => escaped(filing, words, place.box === 'remarks');
  if (!cell || cell.raw === '') return after === '' ? [] : written(filing, place, escape(after));
  if (after === '') return [gone(filing, place, cell.span)];
  const less = changed(filing.text, { span: cell.span, isXml: false }, before, after, escape);
  return [less ?? { span: cell.span, newText: escape(after) }];
}

/** The words of a box go, with the tags that underline them. */
function gone({ text }: Filing, { box }: BoxPlace, { start, end }: Span): Edit {
  // The issuer's name and symbol stand in one pair of tags.
  if (box === 'issuer/issuerName' || box === 'issuer/issuerTradingSymbol') return { span: { start, end }, newText: '' };
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
    case 'street':
    case 'place':
      return NO_PLACE;
    case 'issuer/issuerName': {
      const { span } = issuer.issuerTradingSymbol;
      if (issuer.issuerTradingSymbol.raw === '') return at(boxes.issuer);
      const open = text.lastIndexOf('[', span.start);
      return [{ span: { start: open, end: open }, newText: `${words} ` }];
    }
    case 'issuer/issuerTradingSymbol': {
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

function xmlBoxEdits(filing: Filing, place: BoxPlace, after: string): readonly Edit[] | Refusal {
  const owner = (name: string): ReturnType<typeof documentElement> =>
    documentElement(filing, ['reportingOwner', place.owner ?? 0], [name, 0]);
  switch (place.box) {
    case 'rptOwnerName':
      return xmlChildEdits(filing, owner('reportingOwnerId'), 'rptOwnerName', after);
    case 'officerTitle':
    case 'otherText':
      return xmlChildEdits(filing, owner('reportingOwnerRelationship'), place.box, after);
    case 'issuer/issuerName':
    case 'issuer/issuerTradingSymbol':
      return xmlChildEdits(filing, documentElement(filing, ['issuer', 0]), place.box.slice('issuer/'.length), after);
    case 'periodOfReport':
    case 'dateOfOriginalSubmission':
    case 'remarks':
      return xmlChildEdits(filing, documentElement(filing), place.box, after);
    case 'street':
    case 'place':
      return NO_PLACE;
  }
}
