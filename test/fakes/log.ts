import type { Log } from "../../src/domain/log.ts";

/** Keeps what was logged, so that a test can look for what must not be there. */
export function aLog(
  lines: { level: string; fields: Record<string, unknown>; message: string }[] = [],
): Log & { lines: typeof lines } {
  const at = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void lines.push({ level, fields, message });
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: () => aLog(lines),
    lines,
  };
}
