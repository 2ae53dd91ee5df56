/** Edits of a signature: who signs, and the date. */
import type { Filing } from '../../filing/model';
import type { Edit } from '../../text/edits';
import type { Refusal } from '../operation';
import { lineEndOf } from '../rows/line';
import { escaped } from './escape';
import { changed, replaced } from './pieces';
import type { SignaturePlace } from './place';
import { documentElement, insertChild, xmlChildEdits } from './xml';

const NO_LINE: Refusal = {
  refused:
    'Nothing was changed: the line “** Signature of Reporting Person” is not in the text, above which a signature goes.',
};

/** Sets the name or the date of a signature; `before` are the words that are shown now. */
export function signatureEdits(
  filing: Filing,
  place: SignaturePlace,
  before: string,
  after: string,
): readonly Edit[] | Refusal {
  const signed = filing.ownerSignatures[place.signature];
  if (filing.xml) return xmlSignatureEdits(filing, place, after);
  const escape = (words: string): string => escaped(filing, words, true);
  if (!signed)
    return place.signature === filing.ownerSignatures.length && after !== ''
      ? newSignature(filing, escape(after))
      : NO_LINE;
  const { signatureName, signatureDate, span } = signed;
  if (place.part === 'signatureName') {
    const between = signatureDate.raw === '' ? [] : [signatureDate.span];
    const words = { span, between, isXml: false };
    const edit = changed(filing.text, words, before, after, escape);
    return edit && after !== '' ? [edit] : replaced(filing.text, words, escape(after));
  }
  if (signatureDate.raw === '') {
    const { end } = signatureName.span;
    return after === '' ? [] : [{ span: { start: end, end }, newText: ` ${escape(after)}` }];
  }
  if (after !== '') return [{ span: signatureDate.span, newText: escape(after) }];
  const { start, end } = signatureDate.span;
  const space = filing.text.charAt(start - 1) === ' ' ? 1 : 0;
  return [{ span: { start: start - space, end }, newText: '' }];
}

const LEGEND = /^[\\*_# \t]{0,9}signature of reporting person/im;

/** The first signature: above the line that says what it is. */
function newSignature(filing: Filing, words: string): readonly Edit[] | Refusal {
  const { text, lines, footnotes, derivativeTable, nonDerivativeTable } = filing;
  const from = Math.max(footnotes.span.end, derivativeTable.span.end, nonDerivativeTable.span.end);
  const legend = LEGEND.exec(text.slice(from, from + 200_000));
  if (!legend || filing.ownerSignatures.length > 0) return NO_LINE;
  const { start } = lines.lineSpan(lines.lineAt(from + legend.index));
  const eol = lineEndOf(filing);
  return [{ span: { start, end: start }, newText: words + eol + eol }];
}

function xmlSignatureEdits(
  filing: Filing,
  { signature, part }: SignaturePlace,
  after: string,
): readonly Edit[] | Refusal {
  const own = documentElement(filing, ['ownerSignature', signature]);
  if (own) return xmlChildEdits(filing, own, part, after);
  const document = documentElement(filing);
  if (!document || signature !== filing.ownerSignatures.length) return NO_LINE;
  if (after === '') return [];
  return insertChild(
    filing,
    document,
    'ownerSignature',
    `<ownerSignature><${part}>${escaped(filing, after, true)}</${part}></ownerSignature>`,
  );
}
