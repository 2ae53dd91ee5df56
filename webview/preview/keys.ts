/** Where the arrow keys lead: through the form from thing to thing, in a table from cell to cell. */
export function move(root: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...root.querySelectorAll<HTMLElement>('.thing')];
  const at = all.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowLeft':
      return all[at - 1];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    case 'ArrowDown':
    case 'ArrowUp':
      return vertical(all, at, key === 'ArrowDown' ? 1 : -1);
    default:
      return undefined;
  }
}

/** The cell of the same column in the row that follows or, outside of a table and at its end, the next thing out of it. */
function vertical(all: readonly HTMLElement[], at: number, step: 1 | -1): HTMLElement | undefined {
  const from = all[at]!;
  const row = from.closest('tr');
  const beside = (step === 1 ? row?.nextElementSibling : row?.previousElementSibling)?.children;
  if (beside) {
    const column = [...row!.children].indexOf(from);
    return (beside[column] ?? beside[0]) as HTMLElement;
  }
  for (let to = at + step; to >= 0 && to < all.length; to += step) if (!row || !row.contains(all[to]!)) return all[to];
  return undefined;
}
