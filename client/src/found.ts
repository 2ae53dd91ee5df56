import { DiagnosticSeverity, l10n, languages, type Diagnostic, type Uri } from 'vscode';
import { FORM4 } from './documents';

/** What was found in a document, as `8 errors, 1 warning`. */
export function foundIn(uri: Uri): string {
  const findings = languages.getDiagnostics(uri).filter(({ source }) => source === FORM4);
  const count = (severity: DiagnosticSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count(DiagnosticSeverity.Error), count(DiagnosticSeverity.Warning)];
  const notes = count(DiagnosticSeverity.Information) + count(DiagnosticSeverity.Hint);
  const said = [
    ...(findings.some(isUnread) ? [l10n.t('Not all of it could be read')] : []),
    ...(errors === 0 ? [] : [errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings)]),
    ...(notes === 0 ? [] : [notes === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes)]),
  ];
  return said.join(', ') || l10n.t('No findings');
}

/** What was not read was not checked: a few notes alone would pass for a clean filing. */
const isUnread = ({ code }: Diagnostic): boolean => (typeof code === 'object' ? code.value : code) === 'unread';
