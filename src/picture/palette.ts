/** Colours of the picture: light, and told apart by brightness too, so that those who confuse hues can read it. */
export const INK = '#1f2933';
export const MUTED = '#6b7785';
export const PAPER = '#f1f4f8';
export const CARD = '#ffffff';

/** A fact: kept for weeks, on the way, never asked; and a heading with nothing below it. */
export const MASTERED = '#2c9a5b';
export const LEARNING = '#f3bd52';
export const NEW = '#d5dde6';
export const EMPTY = '#aab5c1';

/** A day by its answers: none, one and more, a whole day, a long one, a very long one. */
export const HEAT = ['#e9edf2', '#cdebd6', '#8fd3a5', '#4db074', '#217a46'] as const;
/** A day that cost no streak: a day off, a rest, a day lost by the bot. */
export const SPARED = '#b9d9f7';
export const FLAME = '#f4793b';

export const DUE = '#4f8ff0';
export const DUE_TODAY = '#2563d4';
export const KEPT = '#8677e8';
export const GRID = '#dfe5ec';
