/** What is wrong with an open `.form4.json`, at the words that are. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import { LineIndex } from '../text/lines';
import { CONFIG_FILE, parseConfig } from './config';

/** Whether an address is that of a `.form4.json`. */
export const isConfigFile = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

/** The problems of a `.form4.json` that have a place. Where it is not JSON at all, editors say so by themselves. */
export function configDiagnostics(text: string): Diagnostic[] {
  const lines = new LineIndex(text);
  return parseConfig(text).problems.flatMap(({ message, grave, span }) =>
    span
      ? {
          range: lines.range(span),
          severity: grave ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
          source: 'form4',
          message,
        }
      : [],
  );
}
