/** Registers a handler for each request of LSP that reads a text at a place, or the whole of it, and changes nothing. */
import type { Connection } from 'vscode-languageserver';
import { codeLenses } from '../features/codeLens';
import { definition } from '../features/definition';
import { documentHighlight } from '../features/documentHighlight';
import { documentLink, isEdgarXml } from '../features/documentLink';
import { documentSymbols, flatSymbols } from '../features/documentSymbol';
import { foldingRange } from '../features/foldingRange';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlayHint';
import { references } from '../features/references';
import { selectionRange } from '../features/selectionRange';
import { semanticTokens } from '../features/semanticTokens';
import { signatureHelp } from '../features/signatureHelp';
import { TokenDeltas } from '../features/tokenDeltas';
import type { RequestHandlers } from './requests';
import type { Session } from './session';

/** Registers them all. @returns the colours that the client has, to be forgotten with their text */
export function registerReading(connection: Connection, session: Session, { answer }: RequestHandlers): TokenDeltas {
  const tokens = new TokenDeltas();
  connection.onSignatureHelp(
    answer(null, (snapshot, { position }) =>
      signatureHelp(snapshot.at(position), position, session.client.labelOffsets),
    ),
  );
  connection.onHover(
    answer(null, (snapshot, { position }, config) => {
      const filing = snapshot.at(position);
      return hover(filing, position, session.client.markup, () => snapshot.pastsOf(filing, config));
    }),
  );
  connection.onDefinition(
    answer(
      null,
      (snapshot, { position }) => {
        const links = definition(snapshot.at(position), position, snapshot.uri);
        if (!links || session.client.definitionLinks) return links;
        return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
      },
      'structure',
    ),
  );
  connection.onReferences(
    answer(
      null,
      (snapshot, { position, context }) =>
        references(snapshot.at(position), position, snapshot.uri, context?.includeDeclaration === true),
      'structure',
    ),
  );
  connection.onDocumentHighlight(
    answer(null, (snapshot, { position }) => documentHighlight(snapshot.at(position), position), 'structure'),
  );
  connection.onDocumentSymbol(
    answer(
      null,
      ({ uri, filings }) =>
        session.client.symbolTree ? documentSymbols(filings) : filings.flatMap((filing) => flatSymbols(filing, uri)),
      'structure',
    ),
  );
  connection.onFoldingRanges(
    answer(
      null,
      ({ filings }) =>
        filings.flatMap((filing) => foldingRange(filing, session.client.folds)).slice(0, session.client.folds),
      'structure',
    ),
  );
  connection.onSelectionRanges(
    answer(
      null,
      (snapshot, { positions }) => positions.flatMap((position) => selectionRange(snapshot.at(position), [position])),
      'structure',
    ),
  );
  connection.onDocumentLinks(
    answer(null, ({ filings }) => documentLink(filings.find(isEdgarXml) ?? filings[0]!), 'structure'),
  );
  connection.languages.inlayHint.on(
    answer(
      null,
      ({ filings }, { range }, { display }) => (display ? inlayHints(filings, range, display.inlayHints) : []),
      'hints',
    ),
  );
  connection.onCodeLens(
    answer(
      null,
      ({ filings }, _, { display }) => (display?.codeLens ? codeLenses(filings, session.lenses) : []),
      'hints',
    ),
  );
  const { semanticTokens: onTokens } = connection.languages;
  onTokens.on(answer({ data: [] }, ({ uri, filings }) => tokens.full(uri, semanticTokens(filings)), 'hints'));
  onTokens.onDelta(
    answer(
      { data: [] },
      ({ uri, filings }, { previousResultId }) => tokens.delta(uri, previousResultId, semanticTokens(filings)),
      'hints',
    ),
  );
  onTokens.onRange(
    answer({ data: [] }, ({ filings }, { range }) => ({ data: semanticTokens(filings, range) }), 'hints'),
  );
  return tokens;
}
