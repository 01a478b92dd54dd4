/**
 * A clock that never goes back, made from one that may: when somebody sets the machine's clock back by minutes, what was to rest
 * for seconds must not rest for minutes. Only for spans, never for instants that people or databases see.
 */
export function steadily(now: () => number): () => number {
  let last = Number.NEGATIVE_INFINITY;
  let behind = 0;
  return () => {
    const at = now() + behind;
    if (at < last) behind += last - at;
    last = Math.max(last, at);
    return last;
  };
}
