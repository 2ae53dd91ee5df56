/** The head of the form and its boxes as a page. */
import { el, type HtmlNode } from '../html';
import type { FormCell, FormOwner, FormTick, PrintedForm } from '../printedForm/model';
import { changed } from './changes';
import type { Marks } from './marks';

/** A value in its box. */
const value = (cell: FormCell | undefined, marks: Marks, before = '', behind = ''): HtmlNode =>
  cell &&
  (cell.words !== '' || cell.was || marks.of(cell.address)) &&
  el('p', { class: 'value', ...marks.attributes(cell.address) }, before, changed(cell.was, cell.words), behind);

/** A tick is text: a copy of the page has it too, and so has what a text browser prints of it. */
export function tick({ address, caption, ticked, missing, was }: FormTick, marks: Marks): HtmlNode {
  if (missing)
    return el(
      'p',
      { class: 'missing' },
      el('span', { class: 'unread' }, box(false)),
      ` The text does not have this box: ${caption.length > 48 ? `${caption.slice(0, 48).trimEnd()}…` : caption}`,
    );
  return el(
    'p',
    marks.attributes(address),
    was !== undefined && [el('del', {}, box(was)), ' '],
    was === undefined ? box(ticked) : el('ins', {}, box(ticked)),
    ' ',
    caption,
  );
}

const box = (ticked: boolean): HtmlNode =>
  el('span', { role: 'img', 'aria-label': ticked ? 'ticked' : 'not ticked' }, ticked ? '[X]' : '[\u00a0]');

/** What of a part of the form could not be read, as the text has it. */
export const unreadIn = ({ unread }: PrintedForm, ...parts: readonly string[]): HtmlNode =>
  unread
    .filter(({ part, inRows }) => parts.includes(part) && !inRows)
    .map(({ partName, line }) =>
      el('p', { class: 'unread' }, `Not all of ${partName} could be read: see line ${line} of the text, below.`),
    );

export function head(form: PrintedForm, marks: Marks): HtmlNode {
  const { own, notSubjectToSection16, aff10b5One } = form;
  return el(
    'header',
    { class: 'head' },
    el(
      'div',
      { class: 'left' },
      el('p', {}, own.form),
      tick(notSubjectToSection16, marks),
      aff10b5One && tick(aff10b5One, marks),
    ),
    el(
      'div',
      { class: 'title' },
      el('p', {}, own.agency),
      el('p', {}, own.city),
      el('h1', {}, own.title),
      el('p', {}, own.pursuant),
    ),
    el(
      'div',
      { class: 'omb' },
      el('p', {}, 'OMB APPROVAL'),
      own.omb.map(([name, said]) => el('p', {}, `${name} ${said}`)),
    ),
  );
}

export function boxes(form: PrintedForm, marks: Marks): HtmlNode {
  const { own, issuer, periodOfReport, dateOfOriginalSubmission } = form;
  const { captions } = own;
  const box = (name: string, caption: string, ...inside: readonly HtmlNode[]): HtmlNode =>
    el('section', { class: `box ${name}` }, el('h2', {}, caption), inside);
  const [first, ...others] = form.owners;
  const symbol = issuer.symbol.words === '' ? '' : `${issuer.name.words === '' ? '' : ' '}[ ${issuer.symbol.words} ]`;
  const issuerMark = marks.of(issuer.name.address) ?? marks.of(issuer.symbol.address);
  return [
    el(
      'div',
      { class: issuer.foreignSymbol ? 'boxes foreign' : 'boxes' },
      box('person', captions.reportingPerson, first && person(first, form, marks), unreadIn(form, 'reportingOwners')),
      box(
        'two',
        captions.issuer,
        (issuer.name.words !== '' || symbol !== '' || issuerMark) &&
          el(
            'p',
            { class: 'value', ...(issuerMark && { 'data-mark': issuerMark }) },
            changed(issuer.name.was, issuer.name.words),
            changed(issuer.symbol.was === undefined ? undefined : ` [ ${issuer.symbol.was} ]`, symbol),
          ),
        unreadIn(form, 'issuer'),
      ),
      box('five', captions.relationship, first && relationship(first, marks)),
      issuer.foreignSymbol && box('two', own.foreignSymbol, value(issuer.foreignSymbol, marks)),
      box('two', captions.earliestTransaction, value(periodOfReport, marks), unreadIn(form, 'periodOfReport')),
      box(
        'two',
        captions.originalFiled,
        value(dateOfOriginalSubmission, marks),
        unreadIn(form, 'dateOfOriginalSubmission'),
      ),
      box(
        'six',
        captions.jointFiling,
        form.jointFiling.map((one) => tick(one, marks)),
      ),
    ),
    others.map((owner) =>
      el(
        'div',
        { class: 'boxes other' },
        box('person', captions.reportingPerson, person(owner, form, marks)),
        box('', own.relationshipOfOther, relationship(owner, marks)),
      ),
    ),
  ];
}

function person({ name, street, place }: FormOwner, { own }: PrintedForm, marks: Marks): HtmlNode {
  return [
    value(name, marks),
    el('p', { class: 'small' }, own.nameParts),
    value(street, marks),
    el('p', { class: 'small' }, own.street),
    value(place, marks),
    el('p', { class: 'small' }, own.placeParts),
  ];
}

function relationship({ address, relationship: roles, officerTitle, otherText }: FormOwner, marks: Marks): HtmlNode {
  return [
    el(
      'div',
      marks.attributes(`${address}/relationship`),
      roles.map((role) => tick(role, marks)),
    ),
    value(officerTitle, marks),
    value(otherText, marks),
  ];
}
