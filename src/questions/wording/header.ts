/** The section in the header of a question: shown only where it helps and gives nothing away. */
import { remembered } from '../../russian/remembered.js';
import { contentStems } from '../../russian/stem.js';
import { hasKin } from './kin.js';
import type { Question } from '../question.js';

const LONGEST_SECTION = 60;
/** «Что такое X» names X and nothing else. */
const SHORTEST_STEM = 4;

const MOST_TITLES = 5000;

/** Stems of a heading; every question under it asks for them. */
const titleStems = remembered(contentStems, MOST_TITLES);

/** The section as it may stand above a prompt: null when it is long, names the answer or repeats the prompt. */
export function headerSection(
  section: string | null,
  prompt: Pick<Question, 'ask' | 'material'>,
  answer: string,
): string | null {
  if (section === null || section.length > LONGEST_SECTION) return null;
  const title = titleStems(section);
  if (contentStems(answer).some((stem) => hasKin(stem, title))) return null;
  const ask = contentStems(prompt.ask);
  const material = contentStems(prompt.material?.text ?? '');
  const isNew = (stem: string): boolean =>
    stem.length >= SHORTEST_STEM && !ask.includes(stem) && !material.includes(stem);
  return title.some(isNew) ? section : null;
}
