/** What a filing says, without where and how it is written: what must be the same after any conversion. */
import type { Filing } from '../../../server/src/filing/model';
import { toJson } from '../../../server/src/writers/json';

type Json = unknown;

/** Places, the layout, how it was read and the reader's notes are of the text, not of the filing; so are cells that could not be read. */
export function factsOf(filing: Filing): Json {
  return without({ ...toJson(filing), layout: null, problems: null, inferred: null });
}

function without(json: Json): Json {
  if (Array.isArray(json)) return json.map(without);
  if (typeof json !== 'object' || json === null) return json;
  if ('value' in json && 'raw' in json) {
    const { value, footnotes } = json as unknown as { value: Json; footnotes: Json[] };
    return value === null && footnotes.length === 0 ? undefined : { value, footnotes };
  }
  const entries = Object.entries(json)
    .filter(([name]) => name !== 'range' && name !== 'read' && name !== 'unread')
    .map(([name, one]) => [name, without(one)] as const)
    .filter(([, one]) => one !== undefined && one !== null);
  return Object.fromEntries(entries);
}

/** Every fact by its path, to count and to name the ones that differ. */
export function listed(facts: Json, path = ''): string[] {
  if (Array.isArray(facts))
    return [`${path}: ${facts.length}`, ...facts.flatMap((one, at) => listed(one, `${path}[${at}]`))];
  if (typeof facts !== 'object' || facts === null) return [`${path}: ${JSON.stringify(facts)}`];
  return Object.entries(facts).flatMap(([name, one]) => listed(one, path === '' ? name : `${path}.${name}`));
}

/** The facts that one has and the other has not; a changed one is in both lists. */
export function differences(before: Filing, after: Filing): string[] {
  const a = listed(factsOf(before));
  const b = listed(factsOf(after));
  const inA = new Set(a);
  const inB = new Set(b);
  return [
    ...a.filter((one) => !inB.has(one)).map((one) => `- ${one}`),
    ...b.filter((one) => !inA.has(one)).map((one) => `+ ${one}`),
  ];
}
