/** Whether what was sent is a form: every member of it that the page goes by. */
import type {
  FormCell,
  FormFinding,
  FormMarker,
  FormNote,
  FormOwner,
  FormRow,
  FormTable,
  FormTick,
  FormUnread,
  FormWords,
  PrintedFiling,
  PrintedForm,
} from '../../server/src/protocol';
import { flag, list, oneOf, optional, shape, text, whole, type Guard } from '../guards';

const span = shape({ start: whole, end: whole });
/** Words of ours of which there is a fixed set; the page shows them and asks no more of them. */
const name = text as Guard<never>;
const yes: Guard<true> = (value): value is true => value === true;

const marker = shape<FormMarker>({ label: text, span, note: optional(text) });
const cell = shape<FormCell>({
  address: text,
  words: text,
  markers: optional(list(marker)),
  span,
  whole: span,
  unclear: optional(yes),
});
const tick = shape<FormTick>({
  address: text,
  caption: text,
  ticked: flag,
  span: optional(span),
  missing: optional(yes),
});
const owner = shape<FormOwner>({
  address: text,
  name: cell,
  street: optional(cell),
  place: optional(cell),
  relationship: list(tick),
  officerTitle: optional(cell),
  otherText: optional(cell),
});
const row = shape<FormRow>({
  address: text,
  kind: oneOf('transaction', 'holding', 'unread'),
  read: oneOf('certain', 'inferred', 'not'),
  span,
  cells: list(cell),
  sum: optional(shape({ sum: text, expected: text, agrees: flag })),
});
const table = shape<FormTable>({
  name: oneOf('nonDerivativeTable', 'derivativeTable'),
  title: text,
  headings: list(shape({ column: name, item: text, part: text })),
  rows: list(row),
  more: whole,
});
const note = shape<FormNote>({ address: text, label: text, text, span, cited: list(text) });
const unread = shape<FormUnread>({
  address: text,
  part: name,
  partName: text,
  span,
  line: whole,
  lines: whole,
  text,
  more: whole,
  inRows: optional(yes),
});
const pair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every(text);
const words = shape<FormWords>({
  form: text,
  agency: text,
  city: text,
  title: text,
  pursuant: text,
  omb: list(pair),
  nameParts: text,
  street: text,
  placeParts: text,
  foreignSymbol: text,
  relationshipOfOther: text,
  date: text,
  legend: list(text),
  captions: shape({
    reportingPerson: text,
    issuer: text,
    earliestTransaction: text,
    originalFiled: text,
    relationship: text,
    jointFiling: text,
    footnotes: text,
    remarks: text,
    signature: text,
  }),
});

export const printedForm = shape<PrintedForm>({
  documentType: name,
  layout: name,
  title: text,
  part: optional(whole),
  own: words,
  notSubjectToSection16: tick,
  aff10b5One: optional(tick),
  owners: list(owner),
  issuer: shape({ name: cell, symbol: cell, foreignSymbol: optional(cell) }),
  periodOfReport: cell,
  dateOfOriginalSubmission: cell,
  jointFiling: list(tick),
  nonDerivativeTable: table,
  derivativeTable: table,
  notes: list(note),
  moreNotes: whole,
  remarks: optional(cell),
  signatures: list(shape({ name: cell, date: cell })),
  unread: list(unread),
});

const finding = shape<FormFinding>({ rule: text, severity: text, message: text, span, address: optional(text) });

export const printedFiling = shape<PrintedFiling>({
  version: whole,
  filing: optional(whole),
  form: printedForm,
  findings: list(finding),
  moreFindings: whole,
});
