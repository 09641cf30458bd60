/** Why the bot cannot start or go on, in one sentence for whoever runs it. `main.ts` prints it and exits with code 1. */
export class RunError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'RunError';
  }
}
