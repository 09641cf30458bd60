/** Time as an argument: what is to be done later, and how to call it off. */

/** Does the task after so many milliseconds, unless the function it gives is called before. */
export type Later = (task: () => void, ms: number) => () => void;

/** The clock on the wall; waiting for it keeps no process alive. */
export const realLater: Later = (task, ms) => {
  const timer = setTimeout(task, ms).unref();
  return () => clearTimeout(timer);
};
