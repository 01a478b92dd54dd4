/** What tokens look like, whoever's they are; and whatever stands behind a scheme in a header. */
const TOKENS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|ya29\.[\w-]+|sk-[\w-]{8,}|\b1\/\/[\w-]{10,}|\b(?:bearer|basic)(?:\s|%20)+[^\s"'<>,;\\]+/gi;

/** Shorter values are words of their own: a local server's key may be "local". */
const SHORTEST = 8;
const kept = new Set<string>();

/** From now on the values stand in no error and no line of the log. One list for the process, because they come back from anywhere. */
export function keepSecret(...values: readonly (string | undefined)[]): void {
  for (const value of values)
    if (value !== undefined && value.length >= SHORTEST)
      for (const form of [value, encodeURIComponent(value)]) kept.add(form);
}

/** Services and the proxies before them repeat what they were told: none of it is written down. */
export function withoutSecrets(text: string): string {
  let clean = text;
  for (const secret of kept) clean = clean.replaceAll(secret, "[token]");
  return clean.replace(TOKENS, "[token]");
}
