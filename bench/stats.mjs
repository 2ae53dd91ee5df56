// The few figures that a list of times comes down to.

/** The value that a share `q` (0 to 1) of the values does not exceed; undefined for an empty list. */
export function quantile(values, q) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return undefined;
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  const [a, b] = [sorted[low], sorted[Math.ceil(at)]];
  return a + (b - a) * (at - low);
}

export const median = (values) => quantile(values, 0.5);

/** How cost grows with size between two points: 0 not at all, 1 in step, 2 with the square. */
export const growth = ([smaller, cheaper], [bigger, dearer]) => Math.log(dearer / cheaper) / Math.log(bigger / smaller);

/** Three significant digits, or a dash for what was not measured. */
export function show(value) {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
