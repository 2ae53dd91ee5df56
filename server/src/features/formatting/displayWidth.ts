/** How many columns a text takes where all letters are equally wide (Unicode Standard Annex 11, East Asian Width). */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter < '\u0300' ? 1 : NONE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}
