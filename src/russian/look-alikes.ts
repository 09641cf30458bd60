/** Letters that look the same in both alphabets: a command typed with a Cyrillic «с» looks right and is not. */
const CYRILLIC = 'аеорсухкіѕјАВЕКМНОРСТУХ';
const LATIN_TWIN = 'aeopcyxkisjABEKMHOPCTYX';

const twins = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN_TWIN[i] ?? letter]));

/** The text with every Cyrillic letter that has a Latin twin replaced by it; other letters stay. */
export function withLatinTwins(text: string): string {
  return [...text].map((letter) => twins.get(letter) ?? letter).join('');
}
