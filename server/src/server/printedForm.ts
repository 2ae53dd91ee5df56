/** `form4/printedForm` and `form4/proof`: a filing as the form that EDGAR prints. */
import { isForm4Type } from '../facts/forms';
import type { Filing } from '../filing/model';
import { redline } from '../ledger/compare/redline';
import { quickFixes, type CodeActionOptions } from '../features/codeActions';
import type {
  FixesParams,
  OfferedFix,
  PrintedFiling,
  PrintedFormParams,
  Proof,
  ProofParams,
  Received,
} from '../protocol';
import type { Finding } from '../rules/rule';
import { createFormService } from '../service/formService';
import { formDate, type Day } from '../text/days';
import { shownPath } from '../text/uris';
import { printedForm } from '../writers/printedForm/form';
import { placed } from '../writers/printedForm/placed';
import { writeProof } from '../writers/proof/proof';
import type { Before } from './compare';
import type { DocumentConfig } from './documentConfigs';
import { switchedOff } from '../config/effectiveConfig';
import type { Snapshot } from './snapshot';

/** Of each table so many rows are shown, and so many notes and findings: EDGAR takes 30 rows and 99 notes. */
const MOST_SHOWN = 500;

type Asked = Received<Pick<PrintedFormParams, 'position' | 'filing'>, 'position'>;

function filingOf(snapshot: Snapshot, { position, filing: nth }: Asked): Filing | undefined {
  const filing = snapshot.filings[Number(nth) - 1] ?? (position ? snapshot.at(position) : snapshot.filing);
  return isForm4Type(filing.documentType) ? filing : undefined;
}

/** Null where the text is another form than Form 4. */
export function printed(
  snapshot: Snapshot,
  params: Asked,
  findings: readonly Finding[],
  before?: Before,
): PrintedFiling | null {
  const filing = filingOf(snapshot, params);
  if (!filing) return null;
  const form = printedForm(filing, { most: MOST_SHOWN });
  const { start, end } = filing.part?.span ?? { start: 0, end: filing.text.length + 1 };
  const own = findings.filter(({ span }) => span.start >= start && span.start < end);
  return {
    version: snapshot.version,
    ...(filing.part && { filing: filing.part.number }),
    form: before ? redline(before.filing, filing, before.name, { most: MOST_SHOWN }) : form,
    findings: placed(form, own.slice(0, MOST_SHOWN)),
    moreFindings: Math.max(0, own.length - MOST_SHOWN),
  };
}

/** The fixes of one finding of a version of the text. */
export function fixesOf(
  snapshot: Snapshot,
  { version, finding }: Received<FixesParams, 'textDocument'>,
  findings: readonly Finding[],
  options: CodeActionOptions,
): OfferedFix[] | null {
  if (version !== snapshot.version || typeof finding !== 'object' || finding === null) return null;
  const { rule, message, span } = finding as Partial<FixesParams['finding']>;
  const found = findings.find(
    (one) =>
      one.rule === rule && one.message === message && one.span.start === span?.start && one.span.end === span.end,
  );
  if (!found) return null;
  const filing = snapshot.at(snapshot.filing.lines.position(found.span.start));
  return quickFixes(filing, found, options).flatMap(({ title, edit }) => (edit ? [{ title, edit }] : []));
}

export function proof(
  snapshot: Snapshot,
  params: Received<ProofParams, 'position' | 'textDocument'>,
  config: DocumentConfig,
  today: Day | undefined,
  version: string,
  before?: Before,
): Proof | null {
  const filing = filingOf(snapshot, params);
  if (!filing) return null;
  const { name, sha256, findings, textDocument } = params;
  const { lint } = createFormService({ ...config, today });
  const html = writeProof(filing, {
    name: typeof name === 'string' ? name : shownPath(textDocument.uri),
    sha256: typeof sha256 === 'string' ? sha256 : null,
    version,
    ...(before && { form: redline(before.filing, filing, before.name) }),
    ...(findings === true && {
      review: {
        ...lint([filing], config.known),
        off: switchedOff(config).map(({ id }) => id),
        ...(today !== undefined && { day: formDate(today) }),
      },
    }),
  });
  return { html, ...(filing.part && { filing: filing.part.number }) };
}
