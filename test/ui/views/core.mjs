// The core and the tests' own reading of a form, bundled for tests that drive a browser.
import { build } from 'esbuild';
import { root } from '../../../tools/run.mjs';

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { readAll } from './server/src/readers';
      export { isForm4Type } from './server/src/facts/forms';
      export { check } from './server/src/rules/run';
      export { printedForm } from './server/src/writers/printedForm/form';
      export { drawn } from './webview/form/drawn';
      export { partsOf } from './webview/form/parts';
      export { thingAt } from './client/src/views/formPlaces';
      export { placed } from './server/src/writers/printedForm/placed';
      export { redline } from './server/src/ledger/compare/redline';
      export { writeProof } from './server/src/writers/proof/proof';
      export { oddCodes, otherwise, readBack, saidByFiling } from './test/unit/writers/formFacts';
      export { accepted, LAYOUTS, MADE_UP } from './test/unit/writers/sources';
      export { PAYLOADS } from './test/unit/payloads';
      export { madeUp, random } from './test/unit/generate';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});

/** What the core and the tests of it export. */
export const core = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

/** A filing as the server tells it to the preview. */
export function printedOf(filing, version = 1) {
  const form = core.printedForm(filing);
  const findings = core.placed(form, core.check(filing));
  return JSON.parse(JSON.stringify({ version, form, findings, moreFindings: 0 }));
}

/** Makes the messages of what a preview is shown, one after the other, as the extension does: each has what is new alone. */
export function telling() {
  let before;
  let nth = 0;
  return (printed, file = 'a.txt') => {
    const parts = core.partsOf(before, printed.form, ++nth);
    before = printed.form;
    const { version, findings, moreFindings } = printed;
    return {
      kind: 'show',
      file,
      locked: false,
      against: 'none',
      version,
      parts,
      findings: core.drawn(findings),
      moreFindings,
    };
  };
}
