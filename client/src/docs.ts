import { Uri, workspace, type ExtensionContext, type TextDocumentContentProvider } from 'vscode';

/** Addresses of rule pages look like form4-docs:/rules/<id>.md. */
export const DOCS_SCHEME = 'form4-docs';

/** Serves the rule pages that ship with the extension. */
export function rulePages(context: ExtensionContext): TextDocumentContentProvider {
  let pages: Promise<Record<string, string>> | undefined;
  const load = async (): Promise<Record<string, string>> => {
    const file = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist/rules.json'));
    return JSON.parse(new TextDecoder().decode(file)) as Record<string, string>;
  };
  return {
    async provideTextDocumentContent(uri) {
      const id = /^\/rules\/([a-z0-9-]+)\.md$/.exec(uri.path)?.[1] ?? '';
      const all = await (pages ??= load());
      return Object.hasOwn(all, id)
        ? titled(all[id]!)
        : `# No such page\n\nThere is no rule \`${id}\` in this version.\n`;
    },
  };
}

/** A page is headed by its rule's id; who reads it here is told first, in words, what the rule is about. */
function titled(page: string): string {
  const [heading = '', blank, about = '', ...rest] = page.split('\n');
  const [severities, words] = about.split(' · ', 2);
  if (!heading.startsWith('# ') || words === undefined) return page;
  const title = `# ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return [title, blank, `${severities} · \`${heading.slice(2)}\``, ...rest].join('\n');
}
