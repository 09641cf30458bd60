import { skeleton, soundsAlike } from '../../src/russian/skeleton.js';

describe('a foreign word and its Russian spelling have one skeleton', () => {
  test.each([
    ['докер', 'docker'],
    ['кубернетес', 'kubernetes'],
    ['докерфайл', 'Dockerfile'],
    ['пайплайн', 'pipeline'],
    ['репозиторий', 'repository'],
    ['линукс', 'linux'],
    ['десктоп', 'desktop'],
    ['контейнер', 'konteiner'],
    ['редис', 'redis'],
    ['шелл', 'shell'],
    ['пул', 'pull'],
  ])('%s = %s', (russian, latin) => {
    expect(skeleton(russian)).toBe(skeleton(latin));
  });

  test('a Russian word keeps its own vowels', () => {
    expect(skeleton('линейка')).toBe('lineika');
  });
});

describe('sounding alike', () => {
  test.each([
    ['контейнер', 'container'],
    ['кубернетис', 'kubernetes'],
    ['дженкинс', 'jenkins'],
  ])('%s and %s do', (a, b) => {
    expect(soundsAlike(a, b)).toBe(true);
  });

  test.each([
    ['том', 'дом'],
    ['пс', 'пa'],
    ['образ', 'docker'],
    ['', ''],
  ])('"%s" and "%s" do not', (a, b) => {
    expect(soundsAlike(a, b)).toBe(false);
  });

  test('short words sound alike only when equal', () => {
    expect(soundsAlike('под', 'pod')).toBe(true);
    expect(soundsAlike('под', 'пот')).toBe(false);
  });
});
