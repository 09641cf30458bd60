/** The section in the header of a question: shown only where it helps and gives nothing away. */
import { contentStems } from '../../russian/stem.js';
import { hasKin } from './kin.js';
import type { Question } from '../question.js';

const LONGEST_SECTION = 60;
/** «Что такое X» names X and nothing else. */
const SHORTEST_STEM = 4;

const titles = new Map<string, readonly string[]>();
const MOST_TITLES = 5000;

/** Stems of a heading; every question under it asks for them. */
function titleStems(section: string): readonly string[] {
  const known = titles.get(section);
  if (known) return known;
  const stems = contentStems(section);
  if (titles.size >= MOST_TITLES) titles.clear();
  titles.set(section, stems);
  return stems;
}

/** The section as it may stand above a prompt: null when it is long, names the answer or repeats the prompt. */
export function headerSection(
  section: string | null,
  prompt: Pick<Question, 'ask' | 'material'>,
  answer: string,
): string | null {
  if (section === null || section.length > LONGEST_SECTION) return null;
  const title = titleStems(section);
  if (contentStems(answer).some((stem) => hasKin(stem, title))) return null;
  const shown = [contentStems(prompt.ask), contentStems(prompt.material?.text ?? '')];
  const isNew = (stem: string): boolean =>
    stem.length >= SHORTEST_STEM && !shown.some((stems) => stems.includes(stem));
  return title.some(isNew) ? section : null;
}
