/**
 * What the author of a note is told about it, in the chat and by `check-notes` alike.
 * In: nothing. Out: Russian without markup; whoever shows it escapes it.
 */
import type { UnusedReason } from './note.js';

/** Why a line gave nothing to ask; it follows the quoted line. */
export const UNUSED_REASONS: Readonly<Record<UnusedReason, string>> = {
  ruler: 'черта',
  mark: 'знак без текста',
  markup: 'разметка',
  code: 'код без пояснения',
  duplicate: 'это уже сказано выше',
  'no-separator': 'нет тире между термином и определением',
  'too-short': 'слишком коротко, чтобы спросить',
  'too-long': 'слишком длинно, чтобы спросить: разбейте на предложения',
  unfinished: 'фраза не закончена',
  'no-meaning': 'не похоже на текст',
};

/** Not one fact was found. */
export const NOTHING_TO_ASK =
  'Спрашивать пока не о чем: нет строк вида «Термин - определение», команд и списков.';
