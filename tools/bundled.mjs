// Which libraries are in the bundles, what their licences say, and the bill of materials.
import fs from 'node:fs';
import path from 'node:path';
import { bin, mustRunNode, root } from './run.mjs';

const LIST = path.join(root, 'dist/bundled.json');

/** Keeps in dist/ the folders of the packages that esbuild has put into some bundles. */
export function keepBundled(results) {
  const inputs = results.flatMap((result) => Object.keys(result?.metafile?.inputs ?? {}));
  const folders = inputs.flatMap((input) => {
    const within = input.slice(input.indexOf('node_modules/'));
    return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(within)?.[0] ?? [];
  });
  fs.writeFileSync(LIST, JSON.stringify([...new Set(folders)].sort(), undefined, 2) + '\n');
}

/** Each library in the bundles of the last build: its folder, name, version, licence. */
export function bundledPackages() {
  return JSON.parse(fs.readFileSync(LIST, 'utf8')).map((folder) => {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    if (typeof license !== 'string') throw new Error(`${name} does not say under which licence it is`);
    return { folder, name, version, license };
  });
}

/** The text of THIRD-PARTY-NOTICES.txt: each library with its licence in full. */
export function notices() {
  const parts = bundledPackages().map(({ folder, name, version, license }) => {
    const file = fs
      .readdirSync(path.join(root, folder))
      .find((one) => /^(?:licen[cs]e|copying)(?:[-.](?:txt|md|mit))*$/i.test(one));
    if (!file) throw new Error(`${name} has no licence file: its words have to come from elsewhere`);
    const words = fs
      .readFileSync(path.join(root, folder, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
    return `${name} ${version} (${license})\n\n${words}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Form 4 contains these libraries. Their licences:\n${rule}${parts.join(rule)}`;
}

/** The bill of materials (CycloneDX, JSON) of what is in the bundles, from the lockfile; the same text each time. */
export async function billOfMaterials() {
  const whole = path.join(root, 'dist/lockfile.cdx.json');
  const args = ['--package-lock-only', '--output-reproducible', '--output-format', 'JSON', '--ignore-npm-errors'];
  await mustRunNode(bin('@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js'), [...args, '--output-file', whole]);
  const bill = JSON.parse(fs.readFileSync(whole, 'utf8'));
  fs.rmSync(whole);
  const folders = new Set(bundledPackages().map(({ folder }) => folder));
  const folderOf = ({ properties = [] }) => properties.find(({ name }) => name === 'cdx:npm:package:path')?.value;
  // A library that is put into a bundle is no dependency of development any more, whatever package.json calls it.
  const flat = (components) => components.flatMap(({ components: inner = [], ...one }) => [one, ...flat(inner)]);
  const components = flat(bill.components)
    .filter((one) => folders.has(folderOf(one)))
    .map(({ properties, ...one }) => ({
      ...one,
      properties: properties.filter(({ name }) => name !== 'cdx:npm:package:development'),
    }));
  if (components.length !== folders.size)
    throw new Error(`The lockfile has ${components.length} of the ${folders.size} libraries in the bundles.`);
  const refs = new Set(components.map((one) => one['bom-ref']));
  const own = bill.metadata.component['bom-ref'];
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref) || ref === own)
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: ref === own ? [...refs] : dependsOn.filter((one) => refs.has(one)),
    }));
  return JSON.stringify({ ...bill, components, dependencies }, undefined, 2) + '\n';
}
