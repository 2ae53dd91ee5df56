/** The words of a web page, in the habits of the tabbed layout. */
import { matchesOf } from '../text/matches';
import { isSpace } from '../text/white';
import { unescapeXml } from '../text/xml';
import type { Projection } from './projection';

/** What is between these tags is not the page's text. */
const SKIPPED = new Set(['script', 'style', 'head', 'title']);
const BREAKS = new Set([
  'br',
  'tr',
  'p',
  'div',
  'table',
  'hr',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'thead',
  'tbody',
]);
const CELLS = new Set(['td', 'th']);
const NAME = /[a-z][a-z0-9]*/iy;
/** As much of a page as is looked at for the end of what is raised. */
const RAISED = 300;
const REFERENCE = /&#?[a-z0-9]{1,10};/gi;
const BLANK = /^&(?:nbsp|#160|#xa0);$/i;

/** Writes the text of a web page over into lines of tabs: a row of a table is a line, breaks are lines. */
export class HtmlWriter {
  /** White space that is written only if words follow it. */
  private pending = false;
  /** True at the start of a line or cell, where white space says nothing. */
  private fresh = true;
  private cellsInRow = 0;
  private at = 0;
  private lower: string | undefined;

  constructor(
    private readonly text: string,
    private readonly projection: Projection,
  ) {}

  /** Writes a stretch of the page; a tag that is open at its end is read to its own end. */
  write(from: number, to: number): void {
    const { text } = this;
    this.at = from;
    while (this.at < to) {
      const next = text.indexOf('<', this.at);
      const open = next < 0 || next > to ? to : next;
      this.words(this.at, open);
      if (open === to) return;
      this.tag(open);
    }
  }

  private tag(open: number): void {
    const { text } = this;
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open);
      this.at = end < 0 ? text.length : end + 3;
      return;
    }
    const end = text.indexOf('>', open);
    this.at = end < 0 ? text.length : end + 1;
    const closing = text.charAt(open + 1) === '/';
    NAME.lastIndex = open + (closing ? 2 : 1);
    const name = NAME.exec(text)?.[0].toLowerCase();
    if (name === undefined) {
      // A "<" that opens no tag is a character of the text.
      if (text.charAt(open + 1) !== '!' && text.charAt(open + 1) !== '?') {
        this.put(open, open + 1);
        this.at = open + 1;
      }
      return;
    }
    if (SKIPPED.has(name) && !closing) this.skipTo(name);
    else if (name === 'sup') this.raised(open, closing);
    else if (name === 'input' && /\schecked\b/i.test(text.slice(open, Math.min(this.at, open + 300))))
      this.markup('[X]', open);
    else if (CELLS.has(name) && !closing) this.cell(open);
    else if (BREAKS.has(name) && !(closing && name === 'br')) this.line(open, name === 'tr' && !closing);
  }

  /** The stars of the form lead to its legends, and are no markers. */
  private raised(open: number, closing: boolean): void {
    const begun = this.text.slice(this.at, this.at + RAISED);
    const end = closing ? -1 : begun.indexOf('</sup>');
    const inside = begun
      .slice(0, Math.max(0, end))
      .replace(/<[^<>]*>/g, '')
      .trim();
    if (inside !== '*' && inside !== '**') return this.markup(closing ? '</sup>' : '<sup>', open);
    const stars = this.at + begun.lastIndexOf(inside, end);
    this.put(stars, stars + inside.length);
    this.at += end + '</sup>'.length;
  }

  private skipTo(name: string): void {
    const close = (this.lower ??= this.text.toLowerCase()).indexOf(`</${name}`, this.at);
    this.at = close < 0 ? this.text.length : close;
    const end = this.text.indexOf('>', this.at);
    this.at = end < 0 ? this.text.length : end + 1;
  }

  private line(at: number, row: boolean): void {
    if (row) this.cellsInRow = 0;
    this.projection.write('\n', at);
    this.fresh = true;
    this.pending = false;
  }

  private cell(at: number): void {
    if (this.cellsInRow++ > 0) this.projection.write('\t', at);
    this.fresh = true;
    this.pending = false;
  }

  private markup(words: string, at: number): void {
    this.space(at);
    this.projection.write(words, at);
    this.fresh = false;
  }

  private space(at: number): void {
    if (this.pending && !this.fresh) this.projection.write(' ', at);
    this.pending = false;
  }

  private put(start: number, end: number): void {
    this.space(start);
    this.projection.copy(start, end);
    this.fresh = false;
  }

  /** Words with white space collapsed and character references read. */
  private words(from: number, to: number): void {
    const { text } = this;
    let at = from;
    while (at < to) {
      if (isSpace(text.charCodeAt(at))) {
        this.pending = true;
        at++;
        continue;
      }
      let end = at;
      while (end < to && !isSpace(text.charCodeAt(end))) end++;
      this.word(at, end);
      at = end;
    }
  }

  private word(start: number, end: number): void {
    const word = this.text.slice(start, end);
    if (!word.includes('&')) return this.put(start, end);
    let from = start;
    for (const { 0: reference, index } of matchesOf(REFERENCE, word)) {
      const at = start + index;
      if (at > from) this.put(from, at);
      from = at + reference.length;
      if (BLANK.test(reference)) this.pending = true;
      else {
        this.space(at);
        this.projection.replace(unescapeXml(reference), at, from);
        this.fresh = false;
      }
    }
    if (end > from) this.put(from, end);
  }
}
