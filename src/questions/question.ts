/**
 * A question ready to be asked, with everything needed to judge its answer later: it is stored as JSON with the step
 * that asked it, so an edit of the notes or a new release never changes what a learner was asked.
 */

/** The kinds of `CONTRIBUTING.md`; the name of a kind never changes once it was asked. */
export type QuestionKind =
  | 'def2term'
  | 'term2def'
  | 'cmd2desc'
  | 'desc2cmd'
  | 'typecmd'
  | 'typeterm'
  | 'tf'
  | 'tfflip'
  | 'cloze'
  | 'clozetype'
  | 'member'
  | 'oddone'
  | 'order'
  | 'date'
  | 'recall'
  | 'flash';

/** Text from the notes on its way to the screen; `code` asks for `<code>` and is never line-wrapped or re-cased. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

interface QuestionBase {
  /** fact + kind + variant, the same for every seed. */
  readonly id: string;
  /** Content key of the fact. */
  readonly factId: string;
  readonly kind: QuestionKind;
  /** Section for the header, already null when it would give the answer away or is longer than 60 signs. */
  readonly section: string | null;
  /** The prompt in bold: «Как это называется?» */
  readonly ask: string;
  /** What the prompt is about, on its own line(s); null when the prompt says all. */
  readonly material: Piece | null;
  /** The right answer in words, for verdicts, «Повторить: …» and explanations. */
  readonly answer: Piece;
  /** The short name of what is tested, for «Повторить: Docker Hub»: a term, a command, a list title. */
  readonly topic: Piece;
  readonly line: number;
  readonly source: string;
}

/**
 * An option. `about` says what a wrong one really is, so that the verdict can explain it from the notes; after «это» it does
 * not read when it says what the thing does.
 */
export interface Choice {
  readonly text: string;
  readonly code: boolean;
  readonly correct: boolean;
  readonly about?: {
    readonly text: string;
    readonly code: boolean;
    readonly line: number;
    readonly isDeed?: true;
  };
}

/** Tapped: exactly one choice is correct. `tf` and `tfflip` have the choices «Верно» and «Неверно», in this order. */
export interface ChoiceQuestion extends QuestionBase {
  readonly form: 'choice';
  readonly choices: readonly Choice[];
  /** For a truth question with a foreign description: whose it really is. */
  readonly foreign?: { readonly text: string; readonly line: number };
}

/** Typed: judged by `judgeReply`. */
export interface TypedQuestion extends QuestionBase {
  readonly form: 'typed';
  readonly judge: 'command' | 'term';
  /** Every spelling that is simply right; the first one is shown. */
  readonly accepted: readonly string[];
  /** Other commands or terms of the same notes a reply might mean instead; nearer to one of them is wrong. */
  readonly rivals: readonly string[];
}

/** Self-graded: the learner looks and says how much came back. */
export interface RecallQuestion extends QuestionBase {
  readonly form: 'recall';
  /** Entries to show, without their brackets; one entry for `flash`. */
  readonly items: readonly string[];
}

export type Question = ChoiceQuestion | TypedQuestion | RecallQuestion;

/** What an answer was worth. `partial` counts as right, with its reason named. */
export type Result = 'correct' | 'partial' | 'wrong';

/** Why a typed reply got its verdict, when that is not obvious. */
export type Remark =
  | { readonly kind: 'typo'; readonly letters: number }
  | { readonly kind: 'word-form' }
  | { readonly kind: 'extra-word' }
  | { readonly kind: 'russian-layout' }
  | { readonly kind: 'latin-layout' }
  | { readonly kind: 'transliteration' }
  /** Judged wrong and counted as right after all, at the learner's word. */
  | { readonly kind: 'credited' }
  | { readonly kind: 'other-term'; readonly term: string }
  | { readonly kind: 'other-flag'; readonly given: string; readonly wanted: string };

export interface Verdict {
  readonly result: Result;
  readonly remark?: Remark;
}
