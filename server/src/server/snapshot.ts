/** One version of an open document: one reading, one check for what holds on the day. */
import type { Filing } from '../filing/model';
import { filingAt } from '../filing/queries';
import type { Series } from '../ledger/series';
import type { Past } from '../ledger/shelf';
import type { Linted } from '../lint/linter';
import type { Edit, Finding } from '../rules/rule';
import { createFormService } from '../service/formService';
import type { Day } from '../text/days';
import { editsBetween } from '../text/editsBetween';
import type { Position } from '../text/lines';
import type { Span } from '../text/span';
import { besideOthers, pastsOf, seriesBeside, type ShelfFor } from './beside';
import type { DocumentConfig } from './documentConfigs';
import { FootnoteHistory } from './footnoteHistory';

const { read } = createFormService();

/** One version of one document: read once, checked once for what holds on the day. */
export class Snapshot {
  #filings: readonly Filing[] | undefined;
  #heeded:
    | {
        readonly alone: Linted;
        /** What stood beside it. */
        readonly series: readonly Series[];
        readonly config: DocumentConfig;
        readonly checked: Linted & { readonly resultId: string };
      }
    | undefined;
  #checked: (Linted & { config: DocumentConfig; today: Day | undefined }) | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly text: string,
    private readonly nextId: () => string,
    /** What is remembered of the document's footnotes from one version to the next. */
    readonly history = new FootnoteHistory(),
    private readonly shelfFor: ShelfFor = () => undefined,
  ) {}

  /** Every filing of the text, in its order; one at the least. */
  get filings(): readonly Filing[] {
    return (this.#filings ??= read(this.text));
  }

  /** The filing of the text or, where it holds several, the first. */
  get filing(): Filing {
    return this.filings[0]!;
  }

  /** The filing that a place lies in. */
  at(position: Position): Filing {
    const { filing, filings } = this;
    return filings.length === 1 ? filing : filingAt(filings, filing.lines.offset(position));
  }

  /** The findings, and an id that stands for just this list. */
  check(config: DocumentConfig, today: Day | undefined): Linted & { readonly resultId: string } {
    const alone = this.checkAlone(config, today);
    const shelf = this.shelfFor(config);
    const series = seriesBeside(shelf, this.filings);
    if (this.#heeded?.alone !== alone || !isSame(this.#heeded.series, series)) {
      const { filings, history, uri } = this;
      const beside = (filing: Filing, own: readonly Finding[]): readonly Finding[] =>
        besideOthers(shelf, uri, filing, history.look(filing, own, config.rules), config);
      const ofOne = (filing: Filing): readonly Finding[] =>
        beside(
          filing,
          alone.findings.filter(({ span }) => isIn(filing, span)),
        );
      const findings = filings.length === 1 ? beside(filings[0]!, alone.findings) : filings.flatMap(ofOne);
      this.#heeded = { alone, series, config, checked: { findings, known: alone.known, resultId: this.nextId() } };
    }
    return this.#heeded.checked;
  }

  /** True where its findings rest on what other filings said before they changed. */
  get standsAnew(): boolean {
    if (!this.#heeded) return false;
    const { series, config } = this.#heeded;
    return !isSame(series, seriesBeside(this.shelfFor(config), this.filings));
  }

  /** What stands before a filing of the text, in each of its series. */
  pastsOf(filing: Filing, config: DocumentConfig): readonly Past[] {
    return pastsOf(this.shelfFor(config), this.uri, filing)?.pasts ?? [];
  }

  /** Has the findings made up anew: more is known of what was before. */
  reconsider(): void {
    this.#heeded = undefined;
  }

  private checkAlone(config: DocumentConfig, today: Day | undefined): Linted {
    if (this.#checked?.config !== config || this.#checked.today !== today) {
      const { findings, known } = createFormService({ ...config, today }).lint(this.filings, config.known);
      this.#checked = { findings, known, config, today };
    }
    return this.#checked;
  }

  /** The edits of all safe fixes, or of those of one rule. */
  repair(config: DocumentConfig, today: Day | undefined, rule: string | undefined): Edit[] {
    const { text } = createFormService({ ...config, today }).fix(this.text, { known: config.known, rule });
    return editsBetween(this.text, text);
  }
}

const isSame = (a: readonly Series[], b: readonly Series[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

const isIn = ({ part, text }: Filing, { start }: Span): boolean =>
  start >= (part?.span.start ?? 0) && start < (part?.span.end ?? text.length + 1);
