import { LIMITS } from '../../facts/limits';
import type { Filing, TextCell } from '../../filing/model';
import { touches } from '../../text/span';
import { unwritable, type Operation, type OperationContext, type Outcome, type Refusal } from '../operation';
import { remarkEdit } from './remarks';

/** A title that is too long for box 5 goes to the remarks, and box 5 says so, as filers do. */
export const seeRemarks: Operation = {
  id: 'owner.seeRemarks',
  kind: 'refactor.rewrite',
  offer: (context) => ('edits' in moved(context) ? 'Say “See Remarks” and put the title there' : undefined),
  run: moved,
};

function moved({ filing, selection }: OperationContext): Outcome | Refusal {
  const refusal = unwritable(filing);
  if (refusal) return refusal;
  const titles = longTitles(filing);
  const here = titles.find(
    ({ cell }) => touches(cell.cellSpan, selection.start) || touches(cell.span, selection.start),
  );
  const title = here ?? (titles.length === 1 ? titles[0] : undefined);
  if (!title)
    return {
      refused:
        titles.length === 0
          ? `Nothing was changed: no officer’s title here is longer than the ${LIMITS.officerTitle.characters} characters that EDGAR takes.`
          : 'Several titles are too long: put the cursor in the one that is meant.',
    };
  const { cell, label } = title;
  return {
    edits: [{ span: cell.span, newText: 'See Remarks' }, remarkEdit(filing, `${label}: ${cell.raw}`)],
  };
}

function longTitles(filing: Filing): { cell: TextCell; label: string }[] {
  const several = filing.reportingOwners.length > 1;
  return filing.reportingOwners.flatMap(({ officerTitle, otherText, rptOwnerName }) => {
    const whose = several && rptOwnerName.value !== undefined ? ` of ${rptOwnerName.value}` : '';
    return [
      { cell: officerTitle, label: `Title${whose}`, limit: LIMITS.officerTitle },
      { cell: otherText, label: `Relationship${whose}`, limit: LIMITS.otherText },
    ].flatMap(({ cell, label, limit }) =>
      cell?.value !== undefined && [...cell.value].length > limit.characters ? [{ cell, label }] : [],
    );
  });
}
