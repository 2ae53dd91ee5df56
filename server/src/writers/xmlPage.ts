/** Writes elements on lines of their own, four blanks deeper for each level, and keeps the list of what they lack. */
import { escapeXml } from '../text/xml';

/** Something that stands between the text of a filing and a file that EDGAR's schema accepts. */
export interface Gap {
  /** `missing`: the text does not have it. `check`: it stands there, and the schema or its place asks for a look. */
  readonly kind: 'missing' | 'check';
  /** Where it belongs, as `ownershipDocument/reportingOwner[2]/reportingOwnerId/rptOwnerCik`. */
  readonly path: string;
  /** What goes there. */
  readonly ask: string;
  readonly why: string;
}

// XML 1.0 has no place for these, not even as a reference.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

export class XmlPage {
  private readonly lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  private readonly open: { readonly name: string; readonly step: string; readonly counts: Map<string, number> }[] = [];
  readonly gaps: Gap[] = [];

  /** An element around what `write` puts inside. */
  element(name: string, write: () => void): void {
    const { step } = this.step(name);
    this.line(`<${name}>`);
    this.open.push({ name, step, counts: new Map() });
    write();
    this.open.pop();
    this.line(`</${name}>`);
  }

  /** An element of words on one line. */
  words(name: string, words: string, attributes = ''): void {
    if (words.search(FORBIDDEN) >= 0)
      this.check(
        name,
        'words without control characters',
        'XML cannot hold some of its characters; \ufffd stands for each',
      );
    this.step(name);
    this.line(`<${name}${attributes}>${escapeXml(words.replace(FORBIDDEN, '\ufffd'))}</${name}>`);
  }

  /** The citation of a footnote. */
  footnoteId(id: string): void {
    this.line(`<footnoteId id="${escapeXml(id).replaceAll('"', '&quot;')}"/>`);
  }

  /** Marks what the text does not have: an empty element, or none where an empty one would say something. */
  missing(name: string, ask: string, why: string, element: 'empty' | 'none' = 'empty'): void {
    this.gaps.push({ kind: 'missing', path: this.path(name), ask, why });
    this.comment(`To fill in, ${name}: ${ask}. ${why}.`);
    if (element === 'none') return;
    this.step(name);
    this.line(`<${name}></${name}>`);
  }

  /** Marks the element that comes next: its words are the text's own, and somebody has to look at them. */
  check(name: string, ask: string, why: string): void {
    this.gaps.push({ kind: 'check', path: this.path(name), ask, why });
    this.comment(`To check, ${name}: ${ask}. ${why}.`);
  }

  get text(): string {
    return this.lines.join('\n') + '\n';
  }

  private comment(words: string): void {
    this.line(`<!-- ${words.replace(FORBIDDEN, '\ufffd').replace(/-(?=-)/g, '- ')} -->`);
  }

  private line(words: string): void {
    this.lines.push('    '.repeat(this.open.length) + words);
  }

  /** Counts an element among its siblings. */
  private step(name: string): { step: string } {
    const parent = this.open[this.open.length - 1];
    const count = (parent?.counts.get(name) ?? 0) + 1;
    parent?.counts.set(name, count);
    return { step: REPEATED.has(name) ? `${name}[${count}]` : name };
  }

  private path(name: string): string {
    const parent = this.open[this.open.length - 1];
    const count = (parent?.counts.get(name) ?? 0) + 1;
    return [...this.open.map(({ step }) => step), REPEATED.has(name) ? `${name}[${count}]` : name].join('/');
  }
}

const REPEATED = new Set([
  'reportingOwner',
  'nonDerivativeTransaction',
  'nonDerivativeHolding',
  'derivativeTransaction',
  'derivativeHolding',
  'footnote',
  'ownerSignature',
]);
