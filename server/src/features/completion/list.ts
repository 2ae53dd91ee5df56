/** A list as short as the client can take it: what all items have in common is said once. */
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-protocol';
import type { Range } from '../../text/lines';

/** What markers of one list share: the document, and where its footnotes begin. */
export interface SharedData {
  readonly uri: string;
  readonly notes: number;
}

interface MarkerData extends SharedData {
  readonly note: number;
}

const markerData = ({ data }: CompletionItem): MarkerData | undefined =>
  typeof data === 'object' && data !== null && 'note' in data ? (data as MarkerData) : undefined;

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

/** The items as a list whose range and data stand once; every item is to be set in a place of its own. */
export function asList(items: readonly CompletionItem[]): CompletionList {
  const edits = items.map(({ textEdit }) => textEdit).filter((edit): edit is TextEdit => !!edit && 'range' in edit);
  // The markers are the many, and they come last.
  const editRange = edits.length === items.length ? edits.at(-1)?.range : undefined;
  const shared = items.map(markerData).find((data) => data !== undefined);
  const data: SharedData | undefined = shared && { uri: shared.uri, notes: shared.notes };
  return {
    isIncomplete: false,
    items: items.map((item) => shortened(item, editRange, data)),
    itemDefaults: { ...(editRange && { editRange }), ...(data && { data }) },
  };
}

function shortened(item: CompletionItem, editRange: Range | undefined, shared: SharedData | undefined): CompletionItem {
  const { textEdit, data, ...rest } = item;
  const short = data === undefined || (shared && markerData(item)) ? rest : { ...rest, data: data as unknown };
  if (!textEdit) return short;
  if (!editRange || !('range' in textEdit) || !sameRange(textEdit.range, editRange)) return { ...short, textEdit };
  return textEdit.newText === item.label ? short : { ...short, textEditText: textEdit.newText };
}
