/** How the local Telegram says no: the code and the words of the real Bot API server. */

/** Thrown by a method of the local Telegram; becomes the JSON answer with `ok: false`. */
export class Rejection extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: { readonly retry_after?: number };

  constructor(code: number, description: string, parameters: { retry_after?: number } = {}) {
    super(description);
    this.name = 'Rejection';
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

/** A 400 with the server's prefix. */
export function badRequest(description: string): Rejection {
  return new Rejection(400, `Bad Request: ${description}`);
}
