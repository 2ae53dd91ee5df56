/** protocol.ts names the methods that there are: those that the server and the client answer or send, and docs/editors.md lists. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';

const read = (file: string): string => readFileSync(file, 'utf8');
const inOrder = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const names = (text: string, expression: RegExp): string[] =>
  inOrder([...text.matchAll(expression)].map(([, name]) => name!));

const protocol = read('server/src/protocol.ts');
/** The methods of one of the maps of protocol.ts. */
const methodsOf = (map: string): string[] =>
  names(new RegExp(`interface ${map} \\{(.*?)\\n\\}`, 's').exec(protocol)![1]!, /^ {2}'(form4\/\w+)':/gm);

const server = globSync('server/src/**/*.ts', { ignore: 'server/src/protocol.ts' }).map(read).join('\n');
const client = globSync('client/src/**/*.ts').map(read).join('\n');
const requests = methodsOf('ServerRequests');
const notifications = methodsOf('ServerNotifications');
const asked = methodsOf('ClientRequests');

describe('protocol.ts', () => {
  it('has every request and notification that the server takes', () => {
    assert.ok(requests.length > 5);
    assert.deepEqual(names(server, /protocol\.onRequest\(\s*'(form4\/\w+)'/g), requests);
    assert.deepEqual(names(server, /protocol\.onNotification\(\s*'(form4\/\w+)'/g), notifications);
    assert.doesNotMatch(server, /connection\.on(?:Request|Notification)\(\s*'/);
  });
  it('has every request that the server makes and the client answers', () => {
    assert.deepEqual(names(server, /'(form4\/\w+)' satisfies keyof ClientRequests/g), asked);
    assert.deepEqual(names(client, /\banswer\('(form4\/\w+)'/g), asked);
  });
  it('has every method that the client sends', () => {
    assert.deepEqual(names(client, /'(form4\/\w+)'/g), inOrder([...requests, ...notifications, ...asked]));
  });
  it('is listed in docs/editors.md', () => {
    const listed = names(read('docs/editors.md'), /^\| `(form4\/\w+)` \|/gm);
    assert.deepEqual(listed, inOrder([...requests, ...notifications, ...asked]));
  });
  it('is types alone, made of what lies below the features', () => {
    const parts = globSync('server/src/messages/*.ts');
    assert.ok(parts.length > 3);
    for (const text of [protocol, ...parts.map(read)])
      for (const [line, from] of text.matchAll(/^(?:im|ex)port .*? from '([^']+)';/gm)) {
        assert.match(line, /^(?:im|ex)port type /);
        assert.match(from!, /^(?:\.{1,2}\/(?:text|writers|operations)\/|\.\/|vscode-languageserver-protocol$)/);
      }
  });
});
