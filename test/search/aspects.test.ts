import { readAspect } from '../../src/search/aspects.js';

describe('what a question wants to know', () => {
  test.each([
    ['сколько планет', 'В системе 8 планет', 1],
    ['сколько планет', 'Планеты видны с 1610 года', 0.5],
    ['сколько планет', 'Планеты светят отражённым светом', 0],
    ['сколько планет', '3) планеты без колец', 0],
    ['когда открыли Нептун', '1846 - открытие Нептуна', 1],
    ['когда открыли Нептун', 'Нептун — 8 планета', 0],
    ['формула площади', 'площадь: S = ab', 1],
    ['чему равна площадь', 'площадь: S = ab', 1],
    ['в чём измеряется площадь', 'площадь измеряется в метрах', 1],
    ['чем опасен хлор', 'хлор: вдыхать нельзя', 1],
  ])('«%s» is told by «%s» as surely as %d', (question, line, sureness) => {
    expect(readAspect(question)?.shownIn(line)).toBe(sureness);
  });

  test.each([
    ['формула площади', 'формула', true],
    ['формула площади', 'площади', false],
    ['с какого возраста можно голосовать', 'возраста', true],
    ['сколько стоит билет', 'стоит', true],
  ])('in «%s», does «%s» only ask? %s', (question, word, isFrame) => {
    expect(readAspect(question)?.isFrame(word)).toBe(isFrame);
  });

  test('only a price must be told for a line to be an answer at all', () => {
    const price = readAspect('сколько стоит билет');
    expect(price?.isNeeded).toBe(true);
    expect(price?.shownIn('билет стоит 40 рублей')).toBeGreaterThan(0);
    expect(price?.shownIn('билет - бумага 5 на 10 см')).toBe(0);
    expect(readAspect('сколько планет')?.isNeeded).toBe(false);
  });

  test('a name wants nothing', () => {
    expect(readAspect('площадь')).toBeNull();
  });
});
