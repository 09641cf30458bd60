/**
 * Absence turned into presence: «у которых нет запущенных процессов» becomes «у которых есть запущенные процессы».
 * Only for regular masculine nouns with an adjective: the genitive of both tells their nominative.
 */
import type { Turn } from './antonyms.js';
import { pattern } from '../../russian/pattern.js';

const ABSENT = pattern(/(?<!\p{L})нет\s+(\p{L}{3,})(ых|их)\s+(\p{L}{3,})ов(?!\p{L})/giu);
/** «адресов» is of «адреса», «облаков» of «облака»: the ending does not tell. */
const IRREGULAR =
  /^(?:адрес|берег|век|вечер|глаз|голос|город|директор|договор|доктор|дом|колокол|край|лес|мастер|номер|облак|окорок|округ|орган|остров|отпуск|паспорт|повар|погреб|поезд|пояс|профессор|сорт|сосед|снег|стул|счёт|счет|том|тон|тормоз|цвет|яблок)$/iu;
const HUSHED = /[кгхжшчщ]$/iu;

/** Turns of absence that keep the sentence well formed. */
export function absenceTurns(text: string): Turn[] {
  return [...text.matchAll(ABSENT)].flatMap(
    ({ index: at, 0: from, 1: quality, 2: ending, 3: noun = '' }) => {
      if (IRREGULAR.test(noun)) return [];
      const many = `${noun}${HUSHED.test(noun) ? 'и' : 'ы'}`;
      return [{ at, from, to: `есть ${quality}${ending === 'их' ? 'ие' : 'ые'} ${many}` }];
    },
  );
}
