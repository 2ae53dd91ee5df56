/** What the README says of the palette is what the palette offers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('commands in the README', () => {
  it('each is listed once, and none that there is not', () => {
    const { contributes } = json('package.json') as { contributes: { commands: readonly { title: string }[] } };
    const titles = json('package.nls.json') as Readonly<Record<string, string>>;
    const section = readFileSync('README.md', 'utf8')
      .split(/^## /m)
      .find((one) => one.startsWith('Commands\n'))!;
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    const listed = rows.slice(2).flatMap((line) => line.split('|')[2]!.split(/, (?=[A-Z])/));
    assert.deepEqual(
      listed.map((one) => one.trim().replace(/ \([^)]*\)$/, '')).sort(),
      contributes.commands.map(({ title }) => titles[title.slice(1, -1)]!).sort(),
    );
  });
});
