/** Every box of a filing that can be ticked: those of box 5, one set an owner, and the two that stand alone. */
import type { XmlElement } from '../text/xml';
import { child, childrenNamed } from '../text/xml';
import { ROLES, type CheckBox, type Filing, type Role } from './model';

/** The boxes by the names of EDGAR's elements. */
export type TickName = Role | 'notSubjectToSection16' | 'aff10b5One';

export interface TickBox {
  readonly name: TickName;
  /** Which of the owners a box of box 5 belongs to, from 0; undefined for those that stand alone. */
  readonly owner: number | undefined;
  readonly box: CheckBox;
}

/** The boxes that the text prints or, in XML, has an element or a place for, in the order of the text. */
export function tickBoxesOf(filing: Filing): TickBox[] {
  const { xml } = filing;
  const alone = (['notSubjectToSection16', 'aff10b5One'] as const).flatMap((name): TickBox[] => {
    const box = filing[name] ?? (xml && placeIn(xml.document, name));
    return box ? [{ name, owner: undefined, box }] : [];
  });
  const elements = childrenNamed(xml?.document, 'reportingOwner');
  const roles = filing.reportingOwners.flatMap((owner, at) =>
    ROLES.flatMap((name): TickBox[] => {
      const box = xml ? boxOfElement(filing.text, elements[at], name) : owner.roles[name];
      return box ? [{ name, owner: at, box }] : [];
    }),
  );
  return [...alone, ...roles].sort((a, b) => a.box.label.start - b.box.label.start);
}

function boxOfElement(text: string, owner: XmlElement | undefined, name: Role): CheckBox | undefined {
  const relationship = child(owner, 'reportingOwnerRelationship');
  const element = child(relationship, name);
  if (!element) return placeIn(relationship, name);
  const { content, span } = element;
  const checked = /^\s*(?:1|true)\s*$/i.test(text.slice(content.start, content.end));
  return { checked, span: content, mark: content, label: span };
}

/** The elements in front of which a box that is not written goes, in the schema's order. */
const BEFORE: Readonly<Record<TickName, readonly string[]>> = {
  isDirector: ['isOfficer', 'isTenPercentOwner', 'isOther', 'officerTitle', 'otherText'],
  isOfficer: ['isTenPercentOwner', 'isOther', 'officerTitle', 'otherText'],
  isTenPercentOwner: ['isOther', 'officerTitle', 'otherText'],
  isOther: ['officerTitle', 'otherText'],
  notSubjectToSection16: ['issuer'],
  aff10b5One: [],
};

/** Where an element of a box would go that is not written: a box of no length that is clear. */
function placeIn(parent: XmlElement | undefined, name: TickName): CheckBox | undefined {
  const next = parent?.children.find((one) => BEFORE[name].includes(one.name));
  const last = parent?.children[parent.children.length - 1];
  const isRole = ROLES.some((role) => role === name);
  const at = next ? next.span.start : isRole ? last?.span.end : undefined;
  if (at === undefined) return undefined;
  const place = { start: at, end: at };
  return { checked: false, span: place, mark: undefined, label: place };
}

/** Whether a box is a pair of brackets, as in `[ ] Director`. */
export const isInBrackets = (text: string, { span: { start, end } }: CheckBox): boolean =>
  end > start && text.charAt(start) === '[';

/** Where the X goes that ticks a box by hand. */
export const placeOfTick = (text: string, box: CheckBox): string =>
  isInBrackets(text, box) ? 'between its brackets' : 'before its words';

/** Which boxes are ticked, each by its owner and name. */
export const ticksOf = (filing: Filing): string[] =>
  tickBoxesOf(filing)
    .filter(({ box }) => box.checked)
    .map(({ owner, name }) => `${owner ?? ''} ${name}`)
    .sort();
