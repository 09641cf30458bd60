/** Russian plural forms by the rules of CLDR, as `Intl.PluralRules` knows them. */
const rules = new Intl.PluralRules('ru');

/** The form that goes with a whole number: 1 вопрос, 2 вопроса, 5 вопросов. */
export function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(count);
  return form === 'one' ? one : form === 'few' ? few : many;
}
