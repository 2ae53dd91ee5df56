/** `form4/convert`: a filing in another layout. */
import { isForm4Type } from '../facts/forms';
import type { Converted, ConvertParams, ConvertTextParams, Received } from '../protocol';
import { recognise } from '../readers/recognise';
import { createFormService } from '../service/formService';
import { DATA_SET_TABLES, DataSet } from '../writers/csv';
import { SCHEMAS } from '../writers/edgarXml';
import { isSingleTarget, WRITERS } from '../writers/targets';
import type { Snapshot } from './snapshot';

/** Nobody copies a longer page of a filing. */
const LONGEST_COPY = 2_000_000;

const { convert, facts, read } = createFormService();

/** Null where there is no such layout, schema or table, and where the text is another form than Form 4. */
export function converted(snapshot: Snapshot, params: Received<ConvertParams, 'position'>): Converted | null {
  const { to, schema = 'X0609', table, position, filing: nth } = params;
  if (isSingleTarget(to)) {
    const wanted = SCHEMAS.find((one) => one === schema);
    if (!wanted) return null;
    const filing = snapshot.filings[Number(nth) - 1] ?? (position ? snapshot.at(position) : snapshot.filing);
    if (!isForm4Type(filing.documentType)) return null;
    const { languageId } = WRITERS[to];
    return { ...convert(filing, to, wanted), languageId, ...(filing.part && { filing: filing.part.number }) };
  }
  if (to === 'json') {
    const all = snapshot.filings.map(facts);
    const text = JSON.stringify(all.length === 1 ? all[0] : all, undefined, 2) + '\n';
    return { text, languageId: 'json', gaps: [] };
  }
  const wanted = to === 'csv' ? DATA_SET_TABLES.find((one) => one === table) : undefined;
  if (!wanted) return null;
  const set = new DataSet();
  for (const one of snapshot.filings) set.add(one);
  return { text: set.write(wanted, 'csv'), languageId: 'csv', gaps: [] };
}

/** A text that is not open in another layout: null where it does not read like a Form 4 or holds several filings. */
export function convertedText({ text, to }: Received<ConvertTextParams>): Converted | null {
  if (typeof text !== 'string' || text.length > LONGEST_COPY || !isSingleTarget(to) || !recognise(text)) return null;
  const [filing, ...others] = read(text);
  if (!filing || others.length > 0 || !isForm4Type(filing.documentType)) return null;
  return { ...convert(filing, to), languageId: WRITERS[to].languageId };
}
