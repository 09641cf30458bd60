/**
 * Words of a look-up inside a button. In: any text. Out: ASCII without a colon, and back. A Russian letter takes one byte
 * instead of two, so that the 64 bytes of callback data hold a whole question; its capitals become small.
 */

const LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]{}<>~';
/** What stands for itself. */
const PLAIN = /[a-z0-9 !"#$&'()*+,\-./;=?@\\^_`|]/;
/** The text in few bytes; what has no sign of its own is a `%` and a unit of UTF-16 in four hexadecimal digits. */
export const compact = (text: string): string => text.replace(/[^]/g, compactUnit);

function compactUnit(unit: string): string {
  const letter = LETTERS.indexOf(unit.toLowerCase());
  if (letter >= 0) return SIGNS.charAt(letter);
  return PLAIN.test(unit) ? unit : `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The text behind `compact`; null for what it never gives. */
export function expand(bytes: string): string | null {
  const text = bytes.replace(/%(.{4})|[^]/g, (sign, code?: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    const letter = SIGNS.indexOf(sign);
    return letter < 0 ? sign : LETTERS.charAt(letter);
  });
  return compact(text) === bytes ? text : null;
}
