/** What is wrong with an open `.form4.json`, at the words that are. */
import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { LineIndex } from '../text/lines';
import { CONFIG_FILE, parseConfig } from './config';

/** As LSP counts them; its library is not loaded for two numbers, since the command line needs nothing else of it. */
const [ERROR, WARNING]: readonly DiagnosticSeverity[] = [1, 2];

/** Whether an address is that of a `.form4.json`. */
export const isConfigFile = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

/** The problems of a `.form4.json` that have a place. Where it is not JSON at all, editors say so by themselves. */
export function configDiagnostics(text: string): Diagnostic[] {
  const lines = new LineIndex(text);
  return parseConfig(text).problems.flatMap(({ message, grave, span }) =>
    span
      ? {
          range: lines.range(span),
          severity: grave ? ERROR : WARNING,
          source: 'form4',
          message,
        }
      : [],
  );
}
