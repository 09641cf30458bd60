/** Notes about Git in our own words and the usual notation, for stories. */

/** Four definitions and four commands. */
export const TERMS_AND_COMMANDS = `ВЕТКА - подвижный указатель на один из коммитов истории
КОММИТ - снимок всех файлов проекта с подписью и временем
ИНДЕКС - область, где собирают изменения перед сохранением
РЕПОЗИТОРИЙ - каталог со всей историей одного проекта

КОМАНДЫ:
git status  - посмотреть состояние рабочего каталога
git log  - посмотреть историю сохранений
git branch  - посмотреть список веток
git stash  - отложить незаконченные правки
`;

/** The same with a list and a section that is only a heading. */
export const GIT = `${TERMS_AND_COMMANDS}
ПРЕИМУЩЕСТВА
1) Работает без сети
2) История лежит у каждого
3) Ветки почти ничего не стоят

НЕДОСТАТКИ:
`;

/** So few commands that they can only be asked by typing. */
export const TWO_COMMANDS = `КОМАНДЫ:
git stash  - отложить незаконченные правки
git restore  - вернуть файл к сохранённому виду
`;

/** One list, which can only be recalled. */
export const ONE_LIST = `ЧТО ДАЁТ СИСТЕМА ВЕРСИЙ
1) Видно, кто и когда изменил строку
2) К любому состоянию можно вернуться
3) Несколько человек правят один файл
`;
