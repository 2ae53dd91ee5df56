// What runs in the workbench's page: each function is sent there, and knows nothing but its one argument and the document.

/** Before the editor runs: it asks here which language it has. */
export function displayIn(language) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
}

/** Waits until the page has drawn so many times. */
export async function frames(count) {
  for (let frame = 0; frame < count; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
  await new Promise((done) => setTimeout(done));
}

/** Waits until what fades in has faded in; a blinking cursor may go on. */
export async function comeToRest() {
  const passing = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map((one) => one.finished));
}

/** The rows of the box at the top: their words, which one has the focus, and whether what is typed was found in them. */
export function rowsOfBox() {
  const box = document.querySelector('.quick-input-widget');
  if (!box?.checkVisibility()) return [];
  return [...box.querySelectorAll('.quick-input-list .monaco-list-row')].map((row) => ({
    label: row.querySelector('.label-name')?.textContent ?? '',
    focused: row.classList.contains('focused'),
    found: row.querySelector('.highlight') !== null,
  }));
}

/**
 * Finds a text in a line of the editor that has another text. The editor draws a space as a no-break space.
 * @returns the middle of it on the screen, whether something else lies over it, whether its editor has the keys, its line, and
 * the columns before and behind it as the status bar counts them; undefined where it is not drawn
 */
export function find({ text, inLine }) {
  const drawn = (string) => string.replaceAll('\u00a0', ' ');
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    if (!drawn(line.textContent).includes(inLine)) continue;
    const start = drawn(line.textContent).indexOf(text);
    if (start < 0) continue;
    const middle = start + Math.floor(text.length / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (before + node.length > middle) {
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const box = range.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const numbers = line.closest('.monaco-editor').querySelectorAll('.margin .line-numbers');
        const number = [...numbers].find((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return top <= y && y < bottom;
        });
        return {
          ...{ x, y, line: Number(number?.textContent), from: start + 1, to: start + text.length + 1 },
          focused: line.closest('.monaco-editor').classList.contains('focused'),
          behind: !document.elementFromPoint(x, y)?.closest('.view-lines'),
        };
      }
      before += node.length;
    }
  }
  return undefined;
}

/** Whether the row of the cursor is drawn with these cells and no other words: blanks part them, as the editor draws tabs. */
export function hasRow(cells) {
  const line = (one) => Math.round(one.getBoundingClientRect().top);
  const cursor = document.querySelector('.editor-instance .cursors-layer .cursor');
  const rows = [...document.querySelectorAll('.editor-instance .view-line')];
  const row = cursor && rows.find((one) => line(one) === line(cursor));
  return row?.textContent.replaceAll(/\s+/g, ' ').trim() === cells.join(' ');
}
