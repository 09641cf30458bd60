/**
 * Prefixes that make the contrary word out of almost the same letters: «гипертония» and «гипотония» are one edit of each
 * other and never a slip of the finger.
 */
const CONTRARY: readonly (readonly [string, string])[] = [
  ['не', ''], ['без', ''], ['бес', ''], ['анти', ''], ['контр', ''], ['де', ''], ['а', ''],
  ['гипер', 'гипо'], ['экзо', 'эндо'], ['экто', 'эндо'], ['экстра', 'интра'], ['интер', 'интра'], ['макро', 'микро'],
  ['мега', 'мини'], ['моно', 'поли'], ['абс', 'адс'], ['имм', 'эм'], ['пре', 'пост'], ['инт', 'экст'], ['им', 'эк'],
  ['un', ''], ['non', ''], ['in', ''], ['im', ''], ['dis', ''], ['de', ''], ['anti', ''],
  ['hyper', 'hypo'], ['inter', 'intra'], ['macro', 'micro'], ['pre', 'post'], ['in', 'de'], ['en', 'de'], ['en', 'un'],
  ['im', 'ex'], ['in', 'ex'], ['in', 'out'], ['a', 'de'],
]; // prettier-ignore

/** Do two folded words differ exactly by such a prefix? */
export function isContrary(a: string, b: string): boolean {
  return CONTRARY.some(([left, right]) => {
    const turns = (x: string, y: string): boolean =>
      x.startsWith(left) && y === right + x.slice(left.length);
    return turns(a, b) || turns(b, a);
  });
}
