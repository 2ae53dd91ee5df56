// The suite's entry inside the extension host, of a desktop VS Code or of the workbench in tools/workbench.
import Mocha from 'mocha';
import * as fs from 'node:fs';
import * as path from 'node:path';

export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 180_000,
    forbidOnly: true,
    grep: process.env.MOCHA_GREP,
  });
  const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  files.sort().forEach((name) => mocha.addFile(path.join(__dirname, name)));
  const { passes, failures } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats!));
  });
  // The proof that the suite came to its end: the workbench reports success even for an extension host that died.
  const file = process.env.FORM4_TEST_RESULT;
  if (file) fs.writeFileSync(file, JSON.stringify({ passes, failures }));
  if (failures > 0 || passes === 0) throw new Error(`${failures} tests failed, ${passes} passed`);
}
