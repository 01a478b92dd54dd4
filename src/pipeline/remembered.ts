/** Several mails' lines: those of the mail at hand are all among them. */
const MOST = 500;

/** The same, for texts that are asked about again and again: a mail's lines, by all who look for where its signature begins. */
export function remembered<Said>(of: (text: string) => Said): (text: string) => Said {
  const known = new Map<string, { said: Said }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.said;
    const said = of(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { said });
    return said;
  };
}
