/** Diagnostics on their way to the client: pulled by it, or sent for the last of many edits. */
import type { Connection, Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { configDiagnostics, isConfigFile } from '../config/configDiagnostics';
import { diagnosticsOf } from '../features/diagnostics';
import type { DocumentConfig } from './documentConfigs';
import type { Documents } from './documents';
import { houseDiagnostic, isDone, LARGE_FILE, limitDiagnostic } from './limits';
import type { Failed } from './requests';
import type { Runtime, Session } from './session';
import type { Snapshot } from './snapshot';

export class Publisher {
  /** What stands for the last request to send the diagnostics of a document. */
  private readonly due = new Map<string, object>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly documents: Documents,
    private readonly runtime: Runtime,
    private readonly failed: Failed,
  ) {}

  /** What is wrong with an open document; none where it is not one of ours. */
  private diagnosticsIn(uri: string, config: DocumentConfig, day = this.session.day): Diagnostic[] {
    const { session } = this;
    if (isConfigFile(uri)) return this.inConfig(uri);
    const snapshot = this.documents.get(uri);
    if (!snapshot) return [];
    const limit = limitDiagnostic(snapshot.text);
    const house = houseDiagnostic(snapshot.text, config.fault);
    if (limit && !isDone('rules', snapshot.text.length)) return [limit];
    const { findings } = snapshot.check(config, day);
    const found = diagnosticsOf(snapshot.filing, findings, session.diagnosticOptions(uri));
    return [...(limit ? [limit] : []), ...(house ? [house] : []), ...found];
  }

  /** The same for a client that asks and may have them already. */
  report(snapshot: Snapshot, config: DocumentConfig, previousResultId: string | undefined): DocumentDiagnosticReport {
    const checked = isDone('rules', snapshot.text.length);
    const { day } = this.session;
    const resultId = checked ? snapshot.check(config, day).resultId : LARGE_FILE;
    if (previousResultId === resultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: this.diagnosticsIn(snapshot.uri, config, day) };
  }

  /** The same for a document that is no Form 4: what is wrong with a `.form4.json`, nothing with any other. */
  reportElsewhere({ textDocument: { uri } }: DocumentDiagnosticParams): DocumentDiagnosticReport {
    return { kind: 'full', items: isConfigFile(uri) ? this.inConfig(uri) : [] };
  }

  /** What is wrong with an open `.form4.json`. */
  private inConfig(uri: string): Diagnostic[] {
    return configDiagnostics(this.documents.textOf(uri) ?? '{}');
  }

  /** A document has another text: its diagnostics are sent, unless the client asks for them. */
  changed(uri: string): void {
    if (!this.session.client.pulls) void this.publish(uri);
  }

  closed(uri: string): void {
    this.due.delete(uri);
    if (!this.session.client.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Findings may be others now, though no text has changed. */
  recheck(): void {
    if (!this.session.client.pulls) for (const uri of this.documents.uris) void this.publish(uri);
    else if (this.session.client.refreshes)
      this.connection.languages.diagnostics
        .refresh()
        .catch((error: unknown) => this.failed('workspace/diagnostic/refresh', error));
  }

  /** Other filings have changed: findings may be others where something of the same series did. */
  recheckBesideOthers(): void {
    const concerned = this.documents.snapshots.filter(({ standsAnew }) => standsAnew);
    if (concerned.length === 0) return;
    if (this.session.client.pulls) this.recheck();
    else for (const { uri } of concerned) void this.publish(uri);
  }

  private async publish(uri: string): Promise<void> {
    const ticket = {};
    this.due.set(uri, ticket);
    const config = await this.session.configFor(uri);
    this.runtime.whenIdle(() => {
      if (this.due.get(uri) !== ticket) return;
      this.due.delete(uri);
      const version = this.documents.get(uri)?.version;
      let diagnostics: Diagnostic[] = [];
      try {
        diagnostics = this.diagnosticsIn(uri, config);
      } catch (error) {
        this.failed('publishDiagnostics', error);
      }
      void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    });
  }
}
