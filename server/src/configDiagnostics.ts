/** What is wrong with an open `.form4.json`, at the words that are. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import { CONFIG_FILE, parseConfig } from './config';
import { LineIndex } from './text/lines';

export const isConfigFile = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

/** Where it is not JSON at all, editors say so by themselves. */
export function configDiagnostics(text: string): Diagnostic[] {
  const lines = new LineIndex(text);
  return parseConfig(text).problems.flatMap(({ message, grave, at }) => {
    if (at === undefined) return [];
    const quoted = JSON.stringify(at);
    const start = text.indexOf(quoted);
    return {
      range: lines.range(start < 0 ? { start: 0, end: 0 } : { start, end: start + quoted.length }),
      severity: grave ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: 'form4',
      message,
    };
  });
}
