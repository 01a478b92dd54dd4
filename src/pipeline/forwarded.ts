import type { Address, Forwarded } from "../domain/email.ts";
import { readBodies } from "./body-lines.ts";
import { chooseBodies } from "./parse/bodies.ts";
import { decodeHeaderText, Headers, parseAddresses } from "./parse/headers.ts";
import { type Part, parseMime } from "./parse/mime.ts";
import type { Edge } from "./visible-text/history.ts";
import { isBlank, isQuoted, type Line } from "./visible-text/line.ts";
import { separateText } from "./visible-text/visible-text.ts";

/** Forwarded mail: who really wrote it, where the forward says so. */

/** "Fwd:" in the languages of the common clients. Finnish VS is an answer, Danish VS a forward: a header block decides. */
const FORWARD_SUBJECT =
  /^(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|fw|wg|tr|rv|rif\.?f|i|enc|res\.?enc|doorst|pd|vb|vs|vl|videresend|ilt|i̇lt|edasi|továbbítás|továbbítva|пер|пересл|прд|προωθ|πρθ|fs|fyi|转发|轉寄|转|전달|הועבר|إعادة توجيه|fw\.?)\s?[:：]/iu;

/** Chains of forwards are followed this far when nobody on the way added a word. */
const MAX_DEPTH = 5;

export function isForwardSubject(subject: string): boolean {
  return FORWARD_SUBJECT.test(subject);
}

/** The forwarded mail below an introduction, or undefined if the introduction is that of an answer. */
export function forwardedBelow(
  lines: readonly Line[],
  edge: Edge | undefined,
  subject: string,
  ownWords: boolean,
  depth = 0,
): Forwarded | undefined {
  if (!edge) return undefined;
  const isForward = edge.kind === "forward" || (edge.fields !== undefined && (isForwardSubject(subject) || !ownWords));
  if (!isForward) return undefined;
  const rest = unquote(lines.slice(edge.end));
  const from = senderOf(edge, lines);
  const parts = separateText(rest, { senders: from ? [from] : [], machine: "none" });
  if (isBlank(parts.visible) && parts.edge && depth < MAX_DEPTH) {
    const deeper = forwardedBelow(rest, parts.edge, subject, false, depth + 1);
    if (deeper) return deeper;
  }
  return {
    from,
    subject: edge.fields?.subject === undefined ? undefined : decodeHeaderText(edge.fields.subject),
    text:
      parts.visible ||
      rest
        .map((line) => line.text)
        .join("\n")
        .trim(),
  };
}

/** `Ann Lee <ann@x.example>`, `Ann Lee [mailto:ann@x.example]`, `ann@x.example`. */
function senderOf(edge: Edge, lines: readonly Line[]): Address | undefined {
  const value =
    edge.fields?.from ??
    lines
      .slice(edge.at, edge.end)
      .map((line) => line.text)
      .join(" ");
  const clean = value
    .replace(/\*/g, "")
    .replace(/\[mailto:([^\]\s]{3,254})\]/i, "<$1>")
    .replace(/<mailto:([^>\s]{3,254})>/gi, "")
    .slice(0, 500);
  if (edge.fields?.from === undefined) return undefined;
  return parseAddresses(clean)[0];
}

/** Apple Mail quotes what it forwards. */
function unquote(lines: readonly Line[]): Line[] {
  const filled = lines.filter((line) => !isBlank(line.text));
  const quoted = filled.length > 0 && filled.every((line) => isQuoted(line.text) || line.quote !== undefined);
  if (!quoted) return lines.map((line) => ({ ...line }));
  return lines.map((line) => ({ ...line, text: line.text.replace(/^\s{0,3}>\s?/, ""), quote: undefined }));
}

/** A message attached as a whole: clients offer "forward as attachment", and some always do so. */
export async function forwardedPart(parts: readonly Part[]): Promise<Forwarded | undefined> {
  const part = parts.find(({ type, content }) => type === "message/rfc822" && content.length > 0);
  if (!part) return undefined;
  try {
    const { root } = await parseMime(part.content);
    const headers = new Headers(root.headers);
    const from = headers.addresses("from")[0];
    const { lines } = readBodies(chooseBodies(root).blocks);
    const { visible } = separateText(lines, { senders: from ? [from] : [], machine: "none" });
    return { from, subject: headers.text("subject") || undefined, text: visible };
  } catch {
    // Not a mail after all; it is still listed as an attachment.
    return undefined;
  }
}
