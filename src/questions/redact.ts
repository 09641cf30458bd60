/**
 * Personal data in notes: e-mails, phone numbers, addresses of pages, tokens. They may stand in the file of a learner,
 * never in a question.
 */

/** Looked for from the beginning of a run only: from each of its letters it would be slow. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const URL = /(?:https?|ftp|ssh|git):\/\/[^\s"'<>)]+/giu;
/** With a country code after a plus, or ten digits after 8 or 7; addresses like 192.168.0.1 and round numbers are none. */
const PHONE =
  /(?<![\p{L}\p{N}.])(?:\+\d[\d\s()-]{8,16}\d|[87][\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2})(?![\p{L}\p{N}])/gu;
const BOT_TOKEN = /(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}/gu;
const KEY =
  /(?<![\p{L}\p{N}])(?:ghp_|gho_|github_pat_|glpat-|sk-|xox[bp]-|AKIA)[A-Za-z0-9_-]{12,}/gu;
const LONG_SECRET =
  /(?<![\p{L}\p{N}_/+-])(?=[A-Za-z0-9_+/-]*\d)(?=[A-Za-z0-9_+/-]*[A-Za-z])[A-Za-z0-9_+/-]{32,}(?![\p{L}\p{N}_/+-])/gu;
const QUOTED = /"[^"]*"|'[^']*'|“[^”]*”|«[^»]*»/gu;

/** Cheap test that spares ordinary text all the others. */
const SUSPICIOUS = /@|:\/\/|\d[\d\s().:-]{5}|[A-Za-z0-9_+/-]{15}/u;

/** The text with e-mails, phones, tokens and page addresses replaced by what they were. */
export function redact(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text
    .replace(BOT_TOKEN, '<token>')
    .replace(KEY, '<token>')
    .replace(URL, '<url>')
    .replace(EMAIL, '<e-mail>')
    .replace(PHONE, '<phone>')
    .replace(LONG_SECRET, '<token>');
}

/** Does the text show somebody's data, a secret or the address of a page? */
export const isPersonal = (text: string): boolean => redact(text) !== text;

/** A command without the words people put into it: quoted strings become "…", the rest as in `redact`. */
export function redactCommand(command: string): string {
  return redact(command.replace(QUOTED, (found) => (found.length > 2 ? '"…"' : found)));
}
