const TAB = 9;

/** The cells of a line whose columns are parted by tabs. */
export function findTabs(text: string, start: number, end: number, places: number[]): void {
  let from = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== TAB) continue;
    places.push(from, at);
    from = at + 1;
  }
  places.push(from, end);
}
