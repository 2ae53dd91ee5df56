/** The one door to the core: read, check, fix, convert, explain. Server, command line and the package's library come by here. */
import type { Filing } from '../filing/model';
import { linter, type Linter, type LintOptions } from '../lint/linter';
import { readAll } from '../readers';
import { SCHEMAS, type Schema } from '../writers/edgarXml';
import { writeExplanation, type ExplainInput, type ExplanationFormat } from '../writers/explain';
import { toJson } from '../writers/json';
import { WRITERS, type SingleTarget, type Written } from '../writers/targets';

/** Holds no filing and no text: one service serves any number of them, under the settings that it was made with. */
export interface FormService extends Linter {
  /**
   * Reads a text of any layout, size and state. Never throws.
   * @returns its filings in their order, one at the least; what the text does not have is blank or undefined, and what could
   *   not be read stands in `unread`. Spans are UTF-16 offsets into the whole text.
   */
  readonly read: (text: string) => readonly Filing[];
  /** The facts of a filing as plain data, in EDGAR's words: what `form4 parse` prints. */
  readonly facts: (filing: Filing) => Record<string, unknown>;
  /**
   * Writes a filing in another layout.
   * @param schema the version of EDGAR's ownership XML, where that is the layout; the newest unless it is named
   * @returns the text, and the gaps: what EDGAR asks for and the filing does not say
   */
  readonly convert: (filing: Filing, to: SingleTarget, schema?: Schema) => Written;
  /** Says filings in plain sentences; the format is Markdown unless it is named. */
  readonly explain: (input: ExplainInput, format?: ExplanationFormat) => string;
}

/**
 * The core under some settings.
 * @param settings severities by rule id (`rules`), the day of the check (`today`, in days since 1970-01-01; rules that need it
 *   are silent without it), further days on which EDGAR is closed (`closed`), whether a draft is checked as if it were signed
 *   (`beforeFiling`), and what becomes of fixes that are not verified (`unverified`)
 */
export function createFormService(settings: LintOptions = {}): FormService {
  return {
    ...linter(settings),
    read: readAll,
    facts: toJson,
    convert: (filing, to, schema = SCHEMAS.at(-1)!) => WRITERS[to].write(filing, schema),
    explain: (input, format = 'markdown') => writeExplanation(input, format),
  };
}
