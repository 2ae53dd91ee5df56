/** The whole form for an empty document, in the form's own words, with places for what a filing says. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import type { Filing } from '../../filing/model';
import { EXIT_BOX, FILED_PURSUANT, headingLines, LEGEND, PLAN_BOX, TABLE_WORDS } from '../../writers/printedForm/words';
import { insertion, place, type Piece } from './pieces';

const SNIPPET: CompletionItemKind = 15;
const HERE = place();

export function formItem(filing: Filing, snippets: boolean): CompletionItem {
  return {
    label: 'Form 4',
    kind: SNIPPET,
    detail: 'The whole form, with blank tables',
    filterText: `${filing.text}Form 4`,
    ...insertion(filing, { start: 0, end: filing.text.length }, form(), snippets),
  };
}

/** As text with tabs, the layout of `.form4` files. */
function form(): Piece[] {
  const tables = (['nonDerivativeTable', 'derivativeTable'] as const).flatMap((name) => {
    const { title, headings } = TABLE_WORDS[name];
    return [title, '\n\n', ...headingLines(headings).map((line) => line.join('\t') + '\n'), '\n'];
  });
  return [
    'OMB APPROVAL\t\nOMB Number:\t3235-0287\nEstimated average burden hours per response:\t0.5\n\n',
    'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n\n',
    `${EXIT_BOX}\n\n${PLAN_BOX}\n\n${FILED_PURSUANT}\n\n`,
    '1. Name and Address of Reporting Person* <u>',
    HERE,
    '</u>  (Last) (First) (Middle) ',
    HERE,
    '  (Street) ',
    HERE,
    '  (City) (State) (Zip)\t2. Issuer Name and Ticker or Trading Symbol <u>',
    HERE,
    ' [ ',
    HERE,
    ' ]</u>\t5. Relationship of Reporting Person(s) to Issuer (Check all applicable) ',
    'Director 10% Owner Officer (give title below) Other (specify below)\n',
    '\t3. Date of Earliest Transaction (Month/Day/Year) <u>',
    HERE,
    '</u>\t\n\t4. If Amendment, Date of Original Filed (Month/Day/Year)\t\n\n',
    ...tables,
    'Explanation of Responses:\n\n',
    HERE,
    '\n\n/s/ ',
    HERE,
    ' ',
    HERE,
    '\n\n\\*\\* Signature of Reporting Person Date\n\n',
    `${LEGEND.map((line) => line.replaceAll('*', '\\*')).join('\n\n')}\n`,
  ];
}
