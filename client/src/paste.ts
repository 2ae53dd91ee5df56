/**
 * What Ctrl+V offers besides the plain text, which stays what is pasted: cells of a spreadsheet as rows of the filing, and
 * a page that was copied from a browser as a filing.
 */
import { DocumentDropOrPasteEditKind, DocumentPasteEdit, l10n, languages } from 'vscode';
import type { CancellationToken, DataTransfer, Disposable, DocumentSelector, Range, TextDocument } from 'vscode';
import { HEAD, recognise } from '../../server/src/readers/recognise';
import { FORM4, isForm4 } from './documents';
import { editOf, plainRange, workedOut } from './operate';
import type { Supervisor } from './supervisor';
import { tell } from './tell';

const KIND = DocumentDropOrPasteEditKind.Empty.append('form4');
const HTML = 'text/html';
const PLAIN = 'text/plain';
/** A file into which a page may be pasted whole. */
const ANYWHERE: DocumentSelector = [{ language: FORM4 }, { language: 'plaintext' }, { language: 'markdown' }];

/** Whether cells stand in what was copied: a table, tabs, or two commas or bars in the first line and a digit somewhere. */
function holdsCells(text: string): boolean {
  if (text.includes('\t') || /<table[\s>]/i.test(text)) return true;
  const first = text.slice(0, MOST_LINE).split('\n', 1)[0] ?? '';
  return [',', ';', '|'].some((sign) => first.split(sign).length > 2) && /\d/.test(text);
}
/** The line of headings of a report is no longer. */
const MOST_LINE = 2000;

/** Rows that are worked out when they are chosen, for they may have to ask. */
class RowsEdit extends DocumentPasteEdit {
  constructor(
    readonly document: TextDocument,
    readonly place: Range,
    readonly clipboard: string,
  ) {
    super('', l10n.t('Insert as Rows of the Filing'), KIND.append('rows'));
    this.yieldTo = [DocumentDropOrPasteEditKind.Text];
  }
}

export function pasteInto(server: Supervisor): Disposable {
  return languages.registerDocumentPasteEditProvider(
    ANYWHERE,
    {
      async provideDocumentPasteEdits(document, ranges, data, _context, token) {
        const plain = (await data.get(PLAIN)?.asString()) ?? '';
        if (document.getText().trim() === '')
          return recognise(plain.slice(0, HEAD)) === undefined ? [] : [new FilingEdit(plain)];
        const [place, ...others] = ranges;
        if (!isForm4(document) || !place?.isEmpty || others.length > 0) return [];
        return rows(server, document, place, await cellsIn(data, plain), token);
      },
      async resolveDocumentPasteEdit(edit, token) {
        if (edit instanceof FilingEdit) return filingOf(server, edit, token);
        if (!(edit instanceof RowsEdit)) return edit;
        const { document, place, clipboard } = edit;
        const done = await workedOut(server, 'rows.paste', { clipboard }, document, place);
        if (!done) return edit;
        edit.additionalEdit = editOf(done, document.uri);
        if (done.remark !== undefined) tell(done.remark);
        return edit;
      },
    },
    { providedPasteEditKinds: [KIND], pasteMimeTypes: [HTML, PLAIN] },
  );
}

/** What was copied, in the order in which it is tried: HTML first, where the borders of cells are certain. */
async function cellsIn(data: DataTransfer, plain: string): Promise<string[]> {
  const html = (await data.get(HTML)?.asString()) ?? '';
  return [html, plain].filter(holdsCells);
}

async function rows(
  server: Supervisor,
  document: TextDocument,
  place: Range,
  copied: readonly string[],
  token: CancellationToken,
): Promise<DocumentPasteEdit[]> {
  for (const clipboard of copied) {
    const textDocument = { uri: document.uri.toString() };
    const params = { textDocument, range: plainRange(place), operation: 'rows.paste', answers: { clipboard } };
    const done = await server.request('form4/operate', params, token);
    if (done && done.refused === undefined) return [new RowsEdit(document, place, clipboard)];
  }
  return [];
}

/** A page that reads like a Form 4; the filing is made of it when it is chosen, when a server runs in any case. */
class FilingEdit extends DocumentPasteEdit {
  constructor(readonly page: string) {
    super('', l10n.t('Insert as a Form 4 with Rows to Edit'), KIND.append('filing'));
    this.yieldTo = [DocumentDropOrPasteEditKind.Text];
  }
}

async function filingOf(server: Supervisor, edit: FilingEdit, token: CancellationToken): Promise<FilingEdit> {
  await server.whenRunning();
  const made = await server.request('form4/convertText', { text: edit.page, to: 'text' }, token);
  edit.insertText = made?.text ?? edit.page;
  return edit;
}
