/**
 * General words: «виды», «критерии», «состав». They name nothing by themselves; what they say belongs to the term or the
 * heading above them.
 */
import { lowerFirst } from './spelling.js';
import { pattern } from '../../russian/pattern.js';

/** Words that announce something instead of naming it. */
const GENERIC = new Set(
  (
    'пример примеры например итог итого дата вывод выводы примечание замечание где ответ вопрос важно внимание главное основное плюс плюсы ' +
    'минус минусы отличие отличия разница результат причина причины цель цели суть смысл решение ошибка исключение совет тема автор источник ' +
    'ссылка ссылки синтаксис использование применение преимущество преимущества недостаток недостатки либо информация структура способ'
  ).split(' '),
);

/** Labels of a part of the text: alone they announce, with a word of their own («закон спроса») they name. */
const LABELS = new Set(
  (
    'правило правила виды типы фазы этапы стадии формула формулы законы механизм эффекты показания противопоказания побочка побочки флаги ' +
    'функции признаки особенности строение состав свойства представители единицы обозначение обозначения требования условия задачи методы черты ' +
    'нюанс хитрость лайфхак команды порядок последствия предпосылки повод значение характеристика характеристики назначение классификация'
  ).split(' '),
);

/** Names of a part of something: alone they may be terms, right below a term they are parts of what is said of it. */
const ASPECTS = new Set(
  (
    'объект предмет задача функция признак критерий вид тип форма роль место время происхождение симптом лечение диагностика профилактика ' +
    'последствие эффект показание уровень количество размер срок сроки процедура расположение питание размножение'
  ).split(' '),
);

const SORTS =
  'виды|типы|формы|фазы|этапы|стадии|признаки|функции|причины|методы|способы|примеры|свойства|симптомы|эффекты|показания|противопоказания|' +
  'побочки|плюсы|минусы|преимущества|недостатки|принципы|факторы|источники|уровни|задачи|флаги|режимы|условия|особенности|представители|' +
  'последствия|предпосылки|требования|разновидности|подвиды|подтипы|семейства|отряды|видоизменения|черты|цели|итоги|правила|критерии';

/** They may also be terms; a row of things behind them is a list. */
const PARTS = 'слои|составляющие|компоненты|разделы|звенья|категории|характеристики|элементы';

/** Words that announce several things; what follows them is named, not defined. */
const SEVERAL = pattern(new RegExp(`^(?:${SORTS})(?!\\p{L})`, 'iu'));
/** «4 типа», «три стадии»: so many of what? «2 этап» is one of them. */
const COUNTED = pattern(
  /^(?:\d{1,2}|два|две|три|четыре|пять|шесть|семь) (?:основны[ех] |главны[ех] )?(?:типа|типов|вида|видов|формы|форм|фазы|фаз|этапа|этапов|стадии|стадий|признака|признаков|функции|функций|причины|причин|метода|методов|способа|способов|свойства|свойств|симптома|симптомов|принципа|принципов|фактора|факторов|источника|источников|уровня|уровней|задачи|задач|режима|режимов|условия|условий|черты|черт|цели|целей|критерия|критериев|слоя|слоёв|слоев|компонента|компонентов|части|частей|категории|категорий|закона|законов|правила|правил|группы|групп|класса|классов)$/iu,
);
const PART = pattern(new RegExp(`^(?:${PARTS})(?!\\p{L})`, 'iu'));
/** «исторические типы», «Основные функции»: whose? */
const DESCRIBED = pattern(new RegExp(`^\\p{L}{3,}(?:ые|ие) (?:${SORTS}|${PARTS})$`, 'iu'));
const BASIC = pattern(/^(?:основн|главн|ключев|общ|важн)(?:ые|ие)\s/iu);

/** Does the text announce several things, or so many of them? Then it is no term. */
export const announcesSeveral = (text: string): boolean => SEVERAL.test(text) || COUNTED.test(text);

/** May a list stand behind such words: «виды», «4 типа», «исторические типы»? The last may also be a term. */
export const sortsThings = (text: string): boolean =>
  announcesSeveral(text) || PART.test(text) || DESCRIBED.test(text);

/** Do the words of a label announce something instead of naming it? */
export function announces(words: readonly string[]): boolean {
  const first = (words[0] ?? '').toLowerCase().replace(/[^\p{L}-]/gu, '');
  return (GENERIC.has(first) && words.length <= 2) || (LABELS.has(first) && words.length === 1);
}

/** Does a label say nothing of whose it is: «Критерии», «4 типа», «основные функции», «исторические типы»? */
export function isOwnerless(label: string): boolean {
  const words = label.trim().split(/\s+/);
  if (words.length === 1) return announcesSeveral(label) || announces(words);
  return COUNTED.test(label) || DESCRIBED.test(label);
}

/** «явные функции»: whoever does not list them defines them. */
export const isDescribed = (label: string): boolean => DESCRIBED.test(label) && !BASIC.test(label);

/** Right below a term such a label is a part of what is said of it. */
export const isAspect = (label: string): boolean =>
  isOwnerless(label) || ASPECTS.has(label.toLowerCase());

/** Without an owner nothing can be asked of it; «исторические типы» at least say which. */
export const isBareLabel = (label: string): boolean => isOwnerless(label) && !isDescribed(label);

const DIVIDES = pattern(
  /^(?:он[аио]? )?(?:бывает|бывают|делится на|делятся на|различают|выделяют)$/iu,
);

/** What a line that leads a list in calls it: «бывает» lists kinds. */
export const labelOf = (lead: string): string =>
  DIVIDES.test(lead.trim()) ? 'виды' : lowerFirst(lead.trim());
