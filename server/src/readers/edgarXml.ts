/** EDGAR's own ownership XML, of every schema version: ownershipDocument → Filing. */
import { DERIVATIVE_COLUMNS, NON_DERIVATIVE_COLUMNS } from '../filing/columns';
import type {
  CheckBox,
  DerivativeRow,
  Filing,
  Footnote,
  Layout,
  Marker,
  NonDerivativeRow,
  ReportingOwner,
  Row,
  Table,
  TextCell,
} from '../filing/model';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { child, childrenNamed, findElement, readXml, unescapeXml, withoutComments, type XmlElement } from '../text/xml';
import { trim } from '../text/white';
import { blankCell } from './cells/cell';
import { CellReader } from './cells/values';
import { numberOf } from './xmlIds';
import { prefixIn } from './xmlPrefix';
import { withCells } from './xmlCells';

/** Reads the ownershipDocument between two offsets; what the document does not have is blank or undefined. */
export function readOwnershipXml(text: string, lines: LineIndex, layout: Layout, from = 0, to = text.length): Filing {
  const prefix = prefixIn(text, from, to);
  const tree = readXml(text, from, to, prefix?.words);
  const found = findElement(tree.root, 'ownershipDocument');
  const reader = new XmlForm(text, found ?? tree.root);
  return {
    ...reader.filing(),
    layout,
    xml: { document: found, problems: tree.problems, ...(prefix && { prefix: prefix.span }) },
    text,
    lines,
    boilerplate: [],
    unread: [],
    problems: [
      ...(found
        ? []
        : [
            {
              code: 'no-table' as const,
              message: 'There is no <ownershipDocument> in this text.',
              span: { start: from, end: from },
            },
          ]),
      ...tree.problems.map(({ message, span }) => ({ code: 'xml' as const, message, span })),
    ],
  };
}

type Parts = Omit<Filing, 'layout' | 'text' | 'lines' | 'boilerplate' | 'problems' | 'unread'>;
type CommonRow = Omit<NonDerivativeRow, 'table' | 'kind'>;

class XmlForm {
  private readonly cells: CellReader;

  constructor(
    private readonly text: string,
    private readonly document: XmlElement,
  ) {
    this.cells = new CellReader(text, 'sup');
  }

  filing(): Parts {
    const { document } = this;
    const issuer = child(document, 'issuer');
    const original = this.plain(document, 'dateOfOriginalSubmission');
    const type = this.plain(document, 'documentType').value ?? '';
    const nonDerivativeTable = this.table('nonDerivativeTable', NON_DERIVATIVE_COLUMNS, (row, index) =>
      this.nonDerivative(row, index),
    );
    const derivativeTable = this.table('derivativeTable', DERIVATIVE_COLUMNS, (row, index) =>
      this.derivative(row, index),
    );
    const notes = child(document, 'footnotes');
    const list = childrenNamed(notes, 'footnote').map((note) => this.footnote(note));
    const end = this.document.content.end;
    const period = child(document, 'periodOfReport');
    const remarks = this.plain(document, 'remarks');
    return {
      documentType: type.endsWith('/A') ? '4/A' : '4',
      notSubjectToSection16: this.checkBox('notSubjectToSection16'),
      aff10b5One: this.checkBox('aff10b5One'),
      boxes: {
        ...(issuer ? { issuer: openingTag(issuer) } : {}),
        ...(period ? { earliestTransaction: openingTag(period) } : {}),
      },
      reportingOwners: childrenNamed(document, 'reportingOwner').map((owner) => this.owner(owner)),
      issuer: {
        issuerName: this.plain(issuer, 'issuerName'),
        issuerTradingSymbol: this.plain(issuer, 'issuerTradingSymbol'),
      },
      periodOfReport: this.cells.date(this.plain(document, 'periodOfReport')),
      dateOfOriginalSubmission: this.cells.date(original),
      nonDerivativeTable,
      derivativeTable,
      footnotes: {
        heading: notes && openingTag(notes),
        style: 'xml',
        list,
        span: notes?.span ?? { start: end, end },
      },
      remarks: remarks.raw === '' ? undefined : remarks,
      ownerSignatures: childrenNamed(document, 'ownerSignature').map((signature) => ({
        signatureName: this.plain(signature, 'signatureName'),
        signatureDate: this.cells.date(this.plain(signature, 'signatureDate')),
        span: signature.span,
      })),
      hasMarkers: this.cited,
    };
  }

  private cited = false;

  /** An element whose words are its content, as in the header: `<issuerName>…</issuerName>`. */
  private plain(parent: XmlElement | undefined, name: string, row?: XmlElement): TextCell {
    const element = child(parent, name);
    return element ? this.cell(element, element) : this.missing(parent, row);
  }

  /** An element of a row: `<securityTitle><value>…</value><footnoteId id="F1"/></securityTitle>`. */
  private value(parent: XmlElement | undefined, name: string, row?: XmlElement): TextCell {
    const element = child(parent, name);
    if (!element) return this.missing(parent, row);
    return this.cell(child(element, 'value') ?? element, element);
  }

  /** Stands at the end of what should hold it; where that is missing too, behind the opening tag of the row. */
  private missing(parent: XmlElement | undefined, row: XmlElement | undefined): TextCell {
    return blankCell(parent?.content.end ?? row?.content.start ?? this.document.content.end);
  }

  private cell(holder: XmlElement, element: XmlElement): TextCell {
    const markers = this.markers(element);
    const span =
      holder.children.length > 0
        ? { start: holder.content.start, end: holder.content.start }
        : trim(this.text, holder.content.start, holder.content.end);
    const raw = withoutComments(this.text.slice(span.start, span.end));
    const value = raw === '' ? undefined : unescapeXml(raw).replace(/\s+/g, ' ').trim();
    return { value, raw, span, cellSpan: element.content, markers };
  }

  private markers(element: XmlElement): Marker[] {
    return childrenNamed(element, 'footnoteId').flatMap(({ id, span }) => {
      if (!id) return [];
      this.cited = true;
      return [{ ...numberOf(id), span: id.span, outer: span }];
    });
  }

  private checkBox(name: string): CheckBox | undefined {
    const element = child(this.document, name);
    if (!element) return undefined;
    const { raw, span } = this.cell(element, element);
    return { checked: isTrue(raw), span: raw === '' ? element.span : span, mark: span, label: element.span };
  }

  private owner(owner: XmlElement): ReportingOwner {
    const relationship = child(owner, 'reportingOwnerRelationship');
    const is = (name: string): boolean => isTrue(this.plain(relationship, name).raw);
    const words = (name: string): TextCell | undefined => {
      const cell = this.plain(relationship, name);
      return cell.raw === '' ? undefined : cell;
    };
    const place = child(owner, 'reportingOwnerAddress');
    const lines = (place?.children ?? []).map((line) => this.cell(line, line)).filter(({ raw }) => raw !== '');
    const first = lines[0];
    return {
      rptOwnerName: this.plain(child(owner, 'reportingOwnerId'), 'rptOwnerName'),
      address: first && { ...first, value: lines.map(({ value }) => value).join(' ') },
      isDirector: is('isDirector'),
      isTenPercentOwner: is('isTenPercentOwner'),
      isOfficer: is('isOfficer'),
      isOther: is('isOther'),
      officerTitle: words('officerTitle'),
      otherText: words('otherText'),
      relationship: relationship && openingTag(relationship),
      roles: {},
    };
  }

  private footnote(note: XmlElement): Footnote {
    const textSpan = trim(this.text, note.content.start, note.content.end);
    const words = unescapeXml(this.text.slice(textSpan.start, textSpan.end)).replace(/\s+/g, ' ').trim();
    const at = { start: note.span.start + 1, end: note.span.start + 1 + 'footnote'.length };
    const { number, label } = note.id ? numberOf(note.id) : { number: undefined, label: '' };
    return { number, label, labelSpan: note.id?.span ?? at, text: words, textSpan, span: note.span };
  }

  private table<R extends Row>(
    name: R['table'],
    columns: Table<R>['columns'],
    read: (row: XmlElement, index: number) => R,
  ): Table<R> {
    const element = child(this.document, name);
    const end = this.document.content.end;
    const rows = (element?.children ?? [])
      .filter(({ name: row }) => row.endsWith('Transaction') || row.endsWith('Holding'))
      .map((row, index) => withCells(read(row, index), columns));
    return {
      title: element && openingTag(element),
      headings: undefined,
      span: element?.span ?? { start: end, end },
      rows,
      columns,
    };
  }

  private common(row: XmlElement, index: number): CommonRow {
    const coding = child(row, 'transactionCoding');
    const amounts = child(row, 'transactionAmounts');
    const after = child(row, 'postTransactionAmounts');
    const nature = child(row, 'ownershipNature');
    const letter = this.plain(coding, 'transactionCode', row);
    const formType = this.plain(coding, 'transactionFormType', row);
    const early = formType.raw === '5';
    const timeliness = child(row, 'transactionTimeliness');
    return {
      index,
      span: row.span,
      read: 'certain',
      cells: [],
      securityTitle: this.value(row, 'securityTitle'),
      transactionDate: this.cells.date(this.value(row, 'transactionDate')),
      deemedExecutionDate: this.cells.date(this.value(row, 'deemedExecutionDate')),
      transactionCode: {
        ...this.cells.code(letter),
        // The footnotes of the printed Code cell stand in the coding itself.
        markers: coding ? this.markers(coding) : [],
        cellSpan: coding?.content ?? letter.cellSpan,
        equitySwapInvolved: isTrue(this.plain(coding, 'equitySwapInvolved').raw),
      },
      transactionFormType: {
        ...formType,
        value: early ? 'V' : undefined,
        raw: early ? formType.raw : '',
        // Column V is where EDGAR prints whether a transaction is early or late, and what it cites.
        markers: timeliness ? this.markers(timeliness) : [],
      },
      transactionShares: this.amount(amounts, 'transactionShares', 'transactionTotalValue', row),
      transactionAcquiredDisposedCode: this.value(amounts, 'transactionAcquiredDisposedCode', row),
      transactionPricePerShare: this.cells.number(this.value(amounts, 'transactionPricePerShare', row)),
      sharesOwnedFollowingTransaction: this.amount(
        after,
        'sharesOwnedFollowingTransaction',
        'valueOwnedFollowingTransaction',
        row,
      ),
      directOrIndirectOwnership: this.value(nature, 'directOrIndirectOwnership', row),
      natureOfOwnership: this.value(nature, 'natureOfOwnership', row),
    };
  }

  private amount(
    parent: XmlElement | undefined,
    shares: string,
    value: string,
    row: XmlElement,
  ): ReturnType<CellReader['number']> {
    const dollars = !child(parent, shares) && child(parent, value) !== undefined;
    return { ...this.cells.number(this.value(parent, dollars ? value : shares, row)), dollars };
  }

  private nonDerivative(row: XmlElement, index: number): NonDerivativeRow {
    return { ...this.common(row, index), kind: kindOf(row), table: 'nonDerivativeTable' };
  }

  private derivative(row: XmlElement, index: number): DerivativeRow {
    const common = this.common(row, index);
    const underlying = child(row, 'underlyingSecurity');
    const { transactionShares: amount, transactionAcquiredDisposedCode: side } = common;
    const none = blankCell(amount.span.end);
    return {
      ...common,
      kind: kindOf(row),
      table: 'derivativeTable',
      conversionOrExercisePrice: this.cells.number(this.value(row, 'conversionOrExercisePrice')),
      acquired: side.value === 'D' ? none : amount,
      disposed: side.value === 'D' ? amount : none,
      exerciseDate: this.cells.date(this.value(row, 'exerciseDate')),
      expirationDate: this.cells.date(this.value(row, 'expirationDate')),
      underlyingSecurityTitle: this.value(underlying, 'underlyingSecurityTitle', row),
      underlyingSecurityShares: this.amount(underlying, 'underlyingSecurityShares', 'underlyingSecurityValue', row),
    };
  }
}

const kindOf = (row: XmlElement): Row['kind'] => (row.name.endsWith('Holding') ? 'holding' : 'transaction');
const isTrue = (raw: string): boolean => raw === '1' || raw.toLowerCase() === 'true';
const openingTag = ({ span, content }: XmlElement): Span => ({
  start: span.start,
  end: Math.max(span.start, content.start),
});
