import { commands, Disposable, l10n, TabInputCustom, Uri, window, workspace } from 'vscode';
import type { Against } from '../../../server/src/protocol';
import { filingMeant } from '../inFront';
import { comparisonIn, type ComparisonKind, type Other, type Pages } from '../pages';
import type { Supervisor } from '../supervisor';
import { tell } from '../tell';
import type { Views } from '../views';

/** Shows what the filing in front says otherwise than another: as a list of changes, and the two texts side by side. */
export const compare = (server: Supervisor, pages: Pages, views: Views): Disposable =>
  Disposable.from(
    commands.registerCommand('form4.compareWithBefore', (given?: unknown) =>
      compareWith('before', given, server, pages),
    ),
    commands.registerCommand('form4.compareWithOriginal', (given?: unknown) =>
      compareWith('original', given, server, pages),
    ),
    commands.registerCommand('form4.compareSideBySide', async (given?: unknown) => {
      const compared = comparisonIn(given instanceof Uri ? given : (pageInFront() ?? Uri.file('')));
      if (compared) await views.showBeside(compared.other, compared.filing);
    }),
  );

async function compareWith(kind: ComparisonKind, given: unknown, server: Supervisor, pages: Pages): Promise<void> {
  const filing = await filingMeant(given);
  if (!filing) return;
  const other = await otherOf(kind, filing.uri, server);
  if (other === 'none') tell(NONE[kind]);
  else if (other) await pages.showComparison(kind, filing.uri, other);
}

const NONE: Readonly<Record<ComparisonKind, string>> = {
  before: l10n.t(
    'No earlier filing found: none of the same person at the same company is in the folders that are open.',
  ),
  original: l10n.t(
    'No original found: no filing of the same person and company of the day in box 4 is in the folders that are open.',
  ),
};

/** The filing to compare with, chosen where several may be meant; undefined where nothing was chosen. */
async function otherOf(kind: ComparisonKind, filing: Uri, server: Supervisor): Promise<Other | 'none' | undefined> {
  const params = { textDocument: { uri: filing.toString() }, with: kind };
  const found = (await server.request('form4/comparable', params)) ?? [];
  if (found.length === 0) return 'none';
  if (found.length === 1) return found[0];
  const items = found.map((one) => ({
    label: workspace.asRelativePath(Uri.parse(one.uri)) + (one.filing === undefined ? '' : ` (${one.filing})`),
    detail: one.about,
    one,
  }));
  const placeHolder = l10n.t('Several filings may be the original. Which one does this amend?');
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.one;
}

/** The filing against which changes are to be marked; what there is to say of it, where there is none, is said. */
export async function askAgainst(kind: ComparisonKind, filing: Uri, server: Supervisor): Promise<Against | undefined> {
  const other = await otherOf(kind, filing, server);
  if (other === 'none') tell(NONE[kind]);
  return other === 'none' || !other ? undefined : { ...other, name: workspace.asRelativePath(Uri.parse(other.uri)) };
}

/** The address of the page in front. */
function pageInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputCustom ? input.uri : window.activeTextEditor?.document.uri;
}
