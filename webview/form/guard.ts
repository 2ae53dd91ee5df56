/** Whether what was sent is a form, or parts of one: every member that the page goes by. */
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
} from '../../server/src/protocol';
import { flag, list, oneOf, optional, shape, text, whole, type Guard } from '../guards';
import type { Drawn, DrawnForm } from './drawn';
import type { FormParts } from './parts';

/** Words of ours of which there is a fixed set; the page shows them and asks no more of them. */
const name = text as Guard<never>;
const yes: Guard<true> = (value): value is true => value === true;

const marker = shape<Drawn<FormMarker>>({ label: text, note: optional(text) });
const cell = shape<Drawn<FormCell>>({
  address: text,
  words: text,
  markers: optional(list(marker)),
  unclear: optional(yes),
  was: optional(text),
});
const change = optional(oneOf('added', 'removed'));
const tick = shape<Drawn<FormTick>>({
  address: text,
  caption: text,
  ticked: flag,
  missing: optional(yes),
  was: optional(flag),
});
const owner = shape<Drawn<FormOwner>>({
  address: text,
  name: cell,
  street: optional(cell),
  place: optional(cell),
  relationship: list(tick),
  officerTitle: optional(cell),
  otherText: optional(cell),
});
const row = shape<Drawn<FormRow>>({
  address: text,
  kind: oneOf('transaction', 'holding', 'unread'),
  read: oneOf('certain', 'inferred', 'not'),
  cells: list(cell),
  sum: optional(shape({ sum: text, expected: text, agrees: flag, offered: optional(yes) })),
  change,
});
const table = shape<Drawn<FormTable>>({
  name: oneOf('nonDerivativeTable', 'derivativeTable'),
  title: text,
  headings: list(shape({ column: name, item: text, part: text, width: text })),
  rows: list(row),
  more: whole,
});
const note = shape<Drawn<FormNote>>({
  address: text,
  label: text,
  text,
  cited: list(text),
  change,
  was: optional(text),
  wasLabel: optional(text),
  explains: optional(list(text)),
});
const unread = shape<Drawn<FormUnread>>({
  address: text,
  part: name,
  partName: text,
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

export const printedForm = shape<DrawnForm>({
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
  against: optional(shape({ name: text, changes: whole })),
});

const finding = shape<Drawn<FormFinding>>({ rule: text, severity: text, message: text, address: optional(text) });

export const findings = list(finding);

const addresses = list(text);
export const formParts = shape<FormParts>({
  nth: whole,
  frame: optional(
    shape({ form: printedForm, nonDerivativeTable: addresses, derivativeTable: addresses, notes: addresses }),
  ),
  rows: list(row),
  notes: list(note),
  first: optional(yes),
});
