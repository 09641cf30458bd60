/** Remembering: notes repeat themselves, so what was found out about a text once is found out for good. */

/**
 * The function with what it has found kept by text. Beyond `most` texts everything is forgotten at once: to keep only the
 * newest would cost every look-up more than forgetting ever does.
 */
export function remembered<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
