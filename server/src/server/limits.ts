/** How much is done for a text of which size: the one place that says so. docs/limits.md tells it to the user. */
import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { SOURCE } from '../features/diagnostics';

const MB = 1_000_000;

/** Kinds of work, from the first that is left out to what is always done. */
export type Work = 'hints' | 'rules' | 'structure';

/** The longest text, in UTF-16 units, that each kind of work is done for. */
export const MOST: Readonly<Record<Work, number>> = { hints: MB, rules: 10 * MB, structure: Infinity };

/** Whether this work is done for a text of this length. */
export const isDone = (work: Work, length: number): boolean => length <= MOST[work];

export const LARGE_FILE = 'large-file';
const WARNING = 2;
const INFORMATION = 3;

/** Says what is left out, on the first line; undefined where nothing is. It is no rule: no setting turns it off. */
export function limitDiagnostic(text: string): Diagnostic | undefined {
  if (isDone('hints', text.length)) return undefined;
  const message = isDone('rules', text.length)
    ? `This text is longer than ${MOST.hints / MB} million characters. It is checked in full, but the colours by meaning and the hints in the text are left out.`
    : `This text is longer than ${MOST.rules / MB} million characters. It is not checked: only its outline and its footnote links are there. “form4 check” on the command line checks it.`;
  return onFirstLine(text, LARGE_FILE, INFORMATION, message);
}

export const HOUSE_FILE = 'house-file';

/** Says on the first line that nothing of the house's `.form4.json` holds; undefined where it does. It is no rule either. */
export const houseDiagnostic = (text: string, fault: string | undefined): Diagnostic | undefined =>
  fault === undefined ? undefined : onFirstLine(text, HOUSE_FILE, WARNING, fault);

function onFirstLine(text: string, code: string, severity: DiagnosticSeverity, message: string): Diagnostic {
  const end = /\r|\n|$/.exec(text.slice(0, 1000))!.index;
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: end } },
    severity,
    source: SOURCE,
    code,
    message,
  };
}
