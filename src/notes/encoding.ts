/**
 * Which one-byte Russian encoding a text is in, told by how Russian it looks when read in each of them:
 * frequent letters are good, rare letters, stray signs and capitals inside a word are bad.
 */

/** Labels of the Encoding Standard; the first wins a draw. */
const ENCODINGS = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'] as const;

/** Russian letters, the most frequent first (order of the National Corpus). */
const BY_FREQUENCY = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';

const worth = new Map([...BY_FREQUENCY].map((letter, rank) => [letter, 3 - rank / 8]));

const ORDINARY_SIGNS = /[«»„“”‘’–—…№§°·•©®±×\u00A0]/;
const SAMPLE_BYTES = 40_000;
const LEAST_AVERAGE = -1;

/** The text in the likeliest of the four encodings; null when none of them makes it look like words. */
export function decodeCyrillic(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const ranked = ENCODINGS.map((label) => ({
    label,
    score: averageScore(new TextDecoder(label).decode(sample)),
  }));
  const best = ranked.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score < LEAST_AVERAGE ? null : new TextDecoder(best.label).decode(bytes);
}

/** Mean worth of the characters outside ASCII. */
function averageScore(text: string): number {
  let score = 0;
  let count = 0;
  let afterLower = false;
  for (const char of text) {
    if (char < '\x80') {
      afterLower = false;
      continue;
    }
    const lower = char.toLowerCase();
    const isCapital = char !== lower;
    const value = worth.get(lower);
    if (value === undefined) score += ORDINARY_SIGNS.test(char) ? 0 : -5;
    else score += value - (isCapital ? 0.5 : 0) - (isCapital && afterLower ? 4 : 0);
    afterLower = value !== undefined && !isCapital;
    count += 1;
  }
  return count === 0 ? 0 : score / count;
}
