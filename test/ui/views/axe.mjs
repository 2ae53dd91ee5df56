// What a tool for people who see or hear little says of a page.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/run.mjs';

const axe = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * The faults that axe finds in a page or in a frame of it, each with the element that has it.
 * @param options.within the part that is looked at, as a selector
 * @param options.contrastAlone of a page that was looked at in other colours: nothing else can differ
 * @param options.serious whether what is only moderate or minor is left out
 */
export async function faultsIn(page, { within = 'html', contrastAlone = false, serious = false } = {}) {
  await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(contrastAlone && { runOnly: ['color-contrast'] }) };
  const { violations } = await page.evaluate(([part, how]) => globalThis.axe.run(part, how), [within, options]);
  return violations
    .filter(({ impact }) => !serious || impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')} ${nodes[0].failureSummary}`,
    );
}
