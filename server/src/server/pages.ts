/** The pages that a client can ask for, as Markdown: on a filing or, of a text that holds several, on each. */
import { rulesTurnedOff, spokenRules } from '../config/effectiveConfig';
import type { ExplainParams, PageParams, Received } from '../protocol';
import { isSuspended } from '../rules/suspended';
import { createFormService } from '../service/formService';
import type { Day } from '../text/days';
import { shownPath } from '../text/uris';
import { writeBeforeFiling } from '../writers/beforeFiling';
import { EXPLANATION_FORMATS } from '../writers/explain';
import { writeReport } from '../writers/report';
import { writePages } from '../writers/several';
import type { DocumentConfig } from './documentConfigs';
import type { Snapshot } from './snapshot';

type ReceivedPage = Received<PageParams, 'textDocument'>;

/** `form4/checkBeforeFiling`: what stands between the filing and EDGAR, as if it were signed today. */
export function beforeFilingPage(
  snapshot: Snapshot,
  params: ReceivedPage,
  config: DocumentConfig,
  today: Day | undefined,
): string {
  const { lint } = createFormService({ ...config, today, beforeFiling: true });
  const linkTo = linksOf(snapshot, params);
  const off = rulesTurnedOff(config).map((id) => ({ id, who: config.whoSet(id) }));
  return writePages('Check before filing', nameOf(params), snapshot.filings, (filing, name) => {
    const { findings, known } = lint([filing], config.known);
    return writeBeforeFiling({
      name,
      filing,
      findings: findings.map((finding) => ({ ...finding, suspended: isSuspended(filing, finding) })),
      off,
      known,
      today,
      closed: config.closed,
      linkTo,
    });
  });
}

/** Leads to a place of the filing, both from 1, in the way that the client wants its links. */
function linksOf(
  { uri }: Snapshot,
  { link: said }: ReceivedPage,
): (line: number, character: number) => string | undefined {
  const link = said === null ? undefined : typeof said === 'string' ? said : uri;
  const target = link?.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
  return (line, character) => target && `${target}#L${line},${character}`;
}

/** `form4/explainFiling`: every filing of the text in plain sentences; null where there is no such format. */
export function explanationPage(
  snapshot: Snapshot,
  params: Received<ExplainParams, 'textDocument'>,
  config: DocumentConfig,
): string | null {
  const { format = 'markdown' } = params;
  const wanted = EXPLANATION_FORMATS.find((one) => one === format);
  if (!wanted) return null;
  const { filings } = snapshot;
  const { closed } = config;
  return createFormService().explain(
    { name: nameOf(params), filings, closed, linkTo: linksOf(snapshot, params) },
    wanted,
  );
}

/** `form4/checkReport`: what `form4 check --format report` prints. */
export async function reportPage(
  snapshot: Snapshot,
  params: ReceivedPage,
  config: DocumentConfig,
  today: Day | undefined,
  version: string,
): Promise<string> {
  const { lint } = createFormService({ ...config, today });
  const rules = spokenRules(config.rules, config.whoSet);
  const hash = typeof params.sha256 === 'string' ? params.sha256 : await sha256(snapshot.text);
  return writePages('Check report', nameOf(params), snapshot.filings, (filing, name) =>
    writeReport({
      name,
      filing,
      ...lint([filing], config.known),
      rules,
      sha256: hash,
      version,
      today,
      closed: config.closed,
    }),
  );
}

const nameOf = ({ name, textDocument: { uri } }: ReceivedPage): string =>
  typeof name === 'string' ? name : shownPath(uri);

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
