/** SIGINT and SIGTERM: the first one asks for a clean stop, the second one ends the process at once. */

export interface SignalSettings {
  /** The clean stop. */
  readonly stop: () => void;
  /** Ends the process; default `process.exit`. */
  readonly exit?: (code: number) => void;
}

export interface Signals {
  /** Counts as one Ctrl-C: for a terminal in raw mode, where the key makes no signal. */
  interrupt(): void;
  /** Stops listening. */
  release(): void;
}

const interruptedCode = 130;

export function listenToSignals({
  stop,
  exit = (code) => process.exit(code),
}: SignalSettings): Signals {
  let isStopping = false;
  function interrupt(): void {
    if (isStopping) return exit(interruptedCode);
    isStopping = true;
    stop();
  }
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    interrupt,
    release() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
