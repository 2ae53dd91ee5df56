/** Who reports to whom, under which boxes, and whether in time. */
import { listed, onDays, quoted } from './explainWords';
import type { Sentence } from './explainSentence';
import { sourceWords } from './words';
import { nameOfWeekday } from '../facts/edgarCalendar';
import { firstDue, latestDueOn } from '../filing/due';
import type { Cell, Filing, ReportingOwner } from '../filing/model';
import { planNotes } from '../filing/plans';
import { lastSigned, spanOfRow } from '../filing/queries';
import { formDate, type Day } from '../text/days';
import type { Span } from '../text/span';

const sentence = (text: string, ...places: (Span | undefined)[]): Sentence => ({
  text,
  places: places.filter((place) => place !== undefined),
});

const wordsOf = (filing: Filing, cell: Cell<string> | undefined): string =>
  cell ? (cell.value ?? sourceWords(filing, cell)) : '';

/** Form or amendment, who reports, in which role, and the boxes that are checked. */
export function whoSaid(filing: Filing): Sentence[] {
  const { reportingOwners: owners, notSubjectToSection16: exit, periodOfReport: earliest } = filing;
  return [
    ...amendment(filing),
    ...(owners.length > 1 ? [sentence(`${owners.length} reporting persons file it together.`)] : []),
    ...(owners.length === 0 ? [sentence(`The reporting person cannot be read.${issuerOnly(filing)}`)] : []),
    ...owners.map((owner) => ownerSaid(filing, owner)),
    ...(earliest.raw === ''
      ? []
      : [sentence(`The date of the earliest transaction (box 3) is ${dateSaid(filing, earliest)}.`, earliest.span)]),
    ...(exit?.checked ? [sentence('The box is checked that says: no longer subject to Section 16.', exit.span)] : []),
    ...planSaid(filing),
  ];
}

function amendment(filing: Filing): Sentence[] {
  const { dateOfOriginalSubmission: original, documentType } = filing;
  if (documentType !== '4/A' && original.raw === '') return [];
  if (original.raw === '')
    return [sentence('It is an amendment, and box 4 does not say of which day the original is.')];
  return [sentence(`It amends a form that was filed on ${dateSaid(filing, original)} (box 4).`, original.span)];
}

const dateSaid = (filing: Filing, cell: Cell<Day>): string =>
  cell.value === undefined
    ? `${quoted(sourceWords(filing, cell))}, which cannot be read as a date`
    : formDate(cell.value);

function issuerSaid(filing: Filing): string {
  const { issuerName, issuerTradingSymbol } = filing.issuer;
  const symbol = wordsOf(filing, issuerTradingSymbol);
  const name = wordsOf(filing, issuerName) || 'an issuer whose name cannot be read';
  return symbol === '' ? name : `${name} [${symbol}]`;
}

const issuerOnly = (filing: Filing): string =>
  filing.issuer.issuerName.raw === '' ? '' : ` The issuer is ${issuerSaid(filing)}.`;

function ownerSaid(filing: Filing, owner: ReportingOwner): Sentence {
  const name = wordsOf(filing, owner.rptOwnerName) || 'A person whose name cannot be read';
  const roles = [
    ...(owner.isDirector ? ['a director'] : []),
    ...(owner.isOfficer ? [titled('an officer', wordsOf(filing, owner.officerTitle))] : []),
    ...(owner.isTenPercentOwner ? ['a 10% owner'] : []),
    ...(owner.isOther ? [titled('“other”', wordsOf(filing, owner.otherText))] : []),
  ];
  const where = roles.length === 0 ? 'reports on' : `reports as ${listed(roles)} of`;
  const none = roles.length === 0 ? ' No relationship to the issuer is checked (box 5).' : '';
  const issuer = issuerSaid(filing);
  return sentence(
    `${name} ${where} ${issuer}${issuer.endsWith('.') ? '' : '.'}${none}`,
    owner.rptOwnerName.span,
    owner.relationship,
  );
}

const titled = (role: string, title: string): string => (title === '' ? role : `${role} (${title})`);

/** The 10b5-1 box, and the notes that name a plan. */
function planSaid(filing: Filing): Sentence[] {
  const { aff10b5One: box } = filing;
  const notes = planNotes(filing);
  const out: Sentence[] = [];
  if (box?.checked)
    out.push(
      sentence(
        'The Rule 10b5-1 box is checked: a transaction was made pursuant to a contract, instruction or written plan.',
        box.span,
      ),
    );
  else if (box && notes.length > 0) out.push(sentence('The Rule 10b5-1 box is not checked.', box.span));
  const byStart = new Map(filing.footnotes.list.map((note) => [note.textSpan.start, note]));
  for (const { span, adoptedOn } of notes) {
    const note = byStart.get(span.start);
    const where = !note ? 'The remarks' : note.number === undefined ? 'A footnote' : `Footnote ${note.number}`;
    const days = listed([...new Set(adoptedOn)].map(formDate));
    const dated = days === '' ? '' : `, adopted, entered into or changed on ${days}`;
    out.push(sentence(`${where} ${note ? 'names' : 'name'} a trading plan${dated}.`, span));
  }
  return out;
}

/** When the form is due, who signed it when, and whether that is in time. */
export function whenSaid(filing: Filing, closed: ReadonlySet<Day> | undefined): Sentence[] {
  return [...dueSaid(filing, closed), ...signedSaid(filing, closed)];
}

function dueSaid(filing: Filing, closed: ReadonlySet<Day> | undefined): Sentence[] {
  if (filing.documentType === '4/A') return [];
  const first = firstDue(filing, closed);
  if (!first) return [sentence('No transaction in it says on which day the form is due.')];
  const { row, due } = first;
  const latest = latestDueOn(row, closed)!;
  const doubt =
    latest === due
      ? ''
      : ` The government was closed on one of these days; if EDGAR was too, it is due on ${named(latest)}.`;
  return [
    sentence(
      `It is due on ${named(due)}, 10 p.m. Eastern, for the transaction of ${formDate(row.transactionDate.value!)}.${doubt}`,
      spanOfRow(row),
    ),
  ];
}

const named = (day: Day): string => `${nameOfWeekday(day)}, ${formDate(day)}`;

function signedSaid(filing: Filing, closed: ReadonlySet<Day> | undefined): Sentence[] {
  const { ownerSignatures: signatures } = filing;
  const signed = signatures.filter(
    ({ signatureName, signatureDate }) => signatureName.raw !== '' || signatureDate.raw !== '',
  );
  if (signed.length === 0) return [sentence('It is not signed.')];
  return [
    ...signed.map(({ signatureName, signatureDate, span }) => {
      const name = wordsOf(filing, signatureName);
      const who = name === '' ? 'It is signed without a name' : `It is signed ${quoted(name)}`;
      const day = signatureDate.raw === '' ? ', without a date' : ` ${onDays(filing, [signatureDate])}`;
      return sentence(`${who}${day}.`, span);
    }),
    ...inTime(filing, closed),
  ];
}

/** The signature's day stands for that of the filing, which a text of the form does not say. */
function inTime(filing: Filing, closed: ReadonlySet<Day> | undefined): Sentence[] {
  const first = filing.documentType === '4/A' ? undefined : firstDue(filing, closed);
  const last = lastSigned(filing);
  if (!first || last === undefined) return [];
  const due = latestDueOn(first.row, closed)!;
  if (last <= due) return [sentence('By the date of the signature it is in time.')];
  const days = last - due;
  return [
    sentence(
      `By the date of the signature it is late: that is ${days === 1 ? 'one day' : `${days} days`} after it was due.`,
    ),
  ];
}
