import { decodePart } from "./bodies.ts";
import type { Part } from "./mime.ts";

export interface Calendar {
  /** REQUEST, REPLY, CANCEL, COUNTER, PUBLISH … of the part or of the calendar inside. */
  method: string;
  /** Summary, then description and location, as text; for mail that has no other. */
  text: string;
}

/** The first calendar part (RFC 5545, 6047) among the parts that are not read as text. */
export function readCalendar(parts: readonly Part[]): Calendar | undefined {
  const part = parts.find(({ type }) => type === "text/calendar" || type === "application/ics");
  if (!part) return undefined;
  // Folded lines go on with a space (RFC 5545 section 3.1).
  const text = decodePart(part)
    .text.slice(0, 100_000)
    .replace(/\n[ \t]/g, "");
  const field = (name: string) => new RegExp(`^${name}(?:;[^:\\n]{0,500})?:(.*)$`, "im").exec(text)?.[1]?.trim() ?? "";
  const method = (part.params.method ?? field("METHOD")).toUpperCase().replace(/[^A-Z-]/g, "");
  const lines = [field("SUMMARY"), field("DESCRIPTION"), field("LOCATION")].map(unescaped).filter(Boolean);
  return { method: method || "PUBLISH", text: lines.join("\n") };
}

const unescaped = (value: string) => value.replace(/\\n/gi, "\n").replace(/\\([,;\\])/g, "$1");
