/** A box that can be ticked: what it means, whether it is ticked, and how to turn it over. */
import { BOX_FIELDS, ROLE_FIELDS } from '../../facts/fields';
import type { Filing } from '../../filing/model';
import { placeOfTick, tickBoxesOf, type TickBox } from '../../filing/tickBoxes';
import { touches, type Span } from '../../text/span';
import { fieldParts } from './field';
import type { Markup } from './markup';

/** The box whose words or whose mark stand at an offset; undefined elsewhere. */
export function tickAt(filing: Filing, offset: number, markup: Markup): { parts: string[]; span: Span } | undefined {
  const found = tickBoxesOf(filing).find(({ box }) => isUnder(box.label, offset) || isUnder(box.span, offset));
  if (!found) return undefined;
  const { box, name } = found;
  const [heading = '', ...others] = fieldParts({ ...ROLE_FIELDS, ...BOX_FIELDS }[name], markup);
  return {
    parts: [heading, stateOf(filing, found), ...others],
    span: isUnder(box.label, offset) ? box.label : box.span,
  };
}

const isUnder = (span: Span, offset: number): boolean => span.end > span.start && touches(span, offset);

/** `Not ticked. To tick it, write X before its words.` */
function stateOf({ xml, text }: Filing, { box }: TickBox): string {
  const { checked } = box;
  if (xml) return checked ? 'Ticked. To untick it, write 0.' : 'Not ticked. To tick it, write 1.';
  return checked
    ? 'Ticked. To untick it, take away the mark, or choose “Untick” among the quick fixes.'
    : `Not ticked. To tick it, write X ${placeOfTick(text, box)}, or choose “Tick” among the quick fixes.`;
}
