/**
 * One root cause, one finding: what a finding silences. Causes come before their effects in the catalogue, so that they
 * have spoken when the effect asks.
 */
export interface RootCause {
  readonly rule: string;
  /** The rules that fall silent; '*' for all that come after it. */
  readonly silences: '*' | readonly string[];
  /** Where: in the cell or in the row that is at fault. */
  readonly within: 'row' | 'cell';
}

const COMPARED_DATES = ['date-after-signature', 'box-3', 'signature', 'deemed-date', 'closed-day', 'derivative-dates'];

export const ROOT_CAUSES: readonly RootCause[] = [
  // Of a row in which an element is missing that holds others the rest is not known.
  { rule: 'xml-structure', silences: '*', within: 'row' },
  { rule: 'row-cells', silences: '*', within: 'row' },
  { rule: 'cells-exchanged', silences: '*', within: 'row' },
  // Comparisons ask of the other dates that they rest on whether they are suspect.
  { rule: 'date-format', silences: COMPARED_DATES, within: 'cell' },
  { rule: 'date-range', silences: COMPARED_DATES, within: 'cell' },
  // A bare 3 marks a holding: the row has no transaction whose cells could be blank.
  {
    rule: 'code-form5-suffix',
    silences: ['date-format', 'amount-zero', 'side-invalid', 'price-missing'],
    within: 'row',
  },
  {
    rule: 'side-invalid',
    silences: ['code-side', 'holdings-total', 'holdings-order', 'holdings-below-acquired', 'holdings-digit'],
    within: 'row',
  },
  {
    rule: 'code-side',
    silences: ['holdings-total', 'holdings-order', 'holdings-below-acquired', 'holdings-digit'],
    within: 'row',
  },
  { rule: 'code-against-note', silences: ['price-missing', 'price-zero', 'gift-price'], within: 'row' },
  { rule: 'holdings-drift', silences: ['title-drift'], within: 'cell' },
  { rule: 'holdings-total', silences: ['holdings-below-acquired', 'holdings-digit'], within: 'row' },
];
