/** Series as one web page: the drawing of each, and its tables. Nothing is loaded from elsewhere. */
import { escapeXml } from '../../text/xml';
import type { LedgerStep } from '../records';
import type { SeriesName } from '../series';
import { ledgerAsSvg } from './chart';
import { HEADINGS, byHolding, cellsOfStep, headingOf, holdingTitle } from './table';

const STYLE =
  'body{font:14px/1.4 sans-serif;margin:2em;max-width:70em}table{border-collapse:collapse;margin:0 0 1.5em}caption{text-align:left;font-weight:bold;padding:.5em 0}th,td{padding:.15em .8em .15em 0;text-align:left;border-bottom:1px solid #8884}td:nth-child(4),td:nth-child(5){text-align:right;font-variant-numeric:tabular-nums}svg{max-width:100%;height:auto}@media print{section{break-before:page}}';

/** What stands before the first series. */
export const PAGE_HEAD = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Holdings over time</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>Holdings over time</h1>\n`;
export const PAGE_END = '</body>\n</html>\n';

/** A series as a section of the page. */
export function seriesAsHtml(name: SeriesName, steps: readonly LedgerStep[]): string {
  const heading = [...HEADINGS.slice(0, -1), 'remarks'];
  const tables = byHolding(steps).map((holding) => {
    const rows = holding.map((one) => rowOf('td', cellsOfStep(one)));
    return `<table>\n<caption>${escapeXml(holdingTitle(holding))}</caption>\n<thead>${rowOf('th', heading)}</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  });
  return `<section>\n<h2>${escapeXml(headingOf(name))}</h2>\n${ledgerAsSvg([{ name, steps }])}${tables.join('\n')}\n</section>\n`;
}

function rowOf(cell: 'td' | 'th', words: readonly string[]): string {
  const scope = cell === 'th' ? ' scope="col"' : '';
  return `<tr>${words
    .slice(0, HEADINGS.length)
    .map((one) => `<${cell}${scope}>${escapeXml(one)}</${cell}>`)
    .join('')}</tr>`;
}
