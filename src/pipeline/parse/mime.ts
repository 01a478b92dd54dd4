import { decodeWords } from "postal-mime";
import { MailroomError } from "../../domain/errors.ts";
import { MAX_DEPTH, MAX_HEADER_BYTES, MAX_PARTS, MAX_RAW_BYTES } from "./limits.ts";
import { type PostalNode, TreeParser } from "./postal-tree.ts";
import { repairRaw } from "./repair.ts";

/** One node of the MIME tree, decoded from its transfer encoding. */
export interface Part {
  /** Lower-cased `type/subtype`; `text/plain` where the header says nothing. */
  type: string;
  params: Record<string, string>;
  disposition: string;
  filename: string | undefined;
  /** The name holds bidi overrides, with which `exe.jpg` can really be `gpj.exe`; they are removed from it. */
  trickName: boolean;
  contentId: string | undefined;
  headers: Header[];
  children: Part[];
  /** Empty for a multipart. */
  content: Uint8Array;
}

export interface Header {
  /** Lower-cased name. */
  key: string;
  /** Unfolded, otherwise as the mail has it. */
  value: string;
}

export interface ParsedMime {
  root: Part;
  defects: string[];
}

/** The MIME tree of a raw mail. Throws `mail_too_large` or `mail_unreadable` and nothing else. */
export async function parseMime(raw: Uint8Array): Promise<ParsedMime> {
  if (raw.length > MAX_RAW_BYTES) {
    throw new MailroomError("mail_too_large", { detail: `${raw.length} bytes, at most ${MAX_RAW_BYTES}` });
  }
  const { bytes, defects } = repairRaw(raw);
  const tree = await parseTree(bytes);
  if (!tree.headers.some(({ key }) => isFieldName(key))) {
    throw new MailroomError("mail_unreadable", { detail: "no header field" });
  }
  const budget = { parts: MAX_PARTS };
  const root = await toPart(tree, budget, defects, 0);
  if (budget.parts < 0) defects.push(`more than ${MAX_PARTS} parts`);
  return { root, defects };
}

const isFieldName = (key: string) => /^[!-9;-~]{1,100}$/.test(key);

async function parseTree(bytes: Uint8Array): Promise<PostalNode> {
  const parser = new TreeParser({
    // Nested messages stay parts of the tree; whoever wants to look into one parses it (`forwarded.ts`).
    forceRfc822Attachments: true,
    maxNestingDepth: MAX_DEPTH,
    maxHeadersSize: MAX_HEADER_BYTES,
  });
  try {
    return await parser.readTree(bytes);
  } catch (cause) {
    throw new MailroomError("mail_unreadable", { detail: cause instanceof Error ? cause.message : "parser", cause });
  }
}

async function toPart(node: PostalNode, budget: { parts: number }, defects: string[], repairs: number): Promise<Part> {
  budget.parts--;
  const { params: typeParams } = node.contentType.parsed;
  const { value: disposition, params } = node.contentDisposition.parsed;
  const content = node.content ?? EMPTY;
  const multipart = node.contentType.multipart !== false;
  if (multipart && node.childNodes.length === 0 && content.length > 0) {
    const repaired = await withGuessedBoundary(node, content, repairs);
    defects.push(repaired ? "multipart with a wrong boundary" : "multipart without parts");
    if (repaired) return toPart(repaired, budget, defects, repairs + 1);
  }
  const children: Part[] = [];
  for (const child of node.childNodes) {
    if (budget.parts <= 0) {
      budget.parts = -1;
      break;
    }
    children.push(await toPart(child, budget, defects, repairs));
  }
  // A multipart that shows no part is read as what it holds: plain text.
  const hollow = multipart && children.length === 0;
  return {
    type: hollow ? "text/plain" : node.contentType.parsed.value || "text/plain",
    params: typeParams,
    disposition,
    filename: fileName(params.filename) ?? fileName(typeParams.name),
    trickName: BIDI.test(params.filename ?? "") || BIDI.test(typeParams.name ?? ""),
    contentId: node.contentId,
    headers: node.headers,
    children,
    content: children.length > 0 ? EMPTY : content,
  };
}

const EMPTY = new Uint8Array(0);

/** Some senders announce one boundary and write another, or announce none; the first `--line` before a header is the one. */
async function withGuessedBoundary(node: PostalNode, content: Uint8Array, repairs: number) {
  if (repairs > 2) return undefined;
  const start = new TextDecoder("latin1").decode(content.subarray(0, 16_384));
  const boundary = /^--([^\s"][^\r\n"]{0,98}[^\s"-]|[^\s"-])[ \t]*\r?\n(?:[\w-]+:|\r?\n)/m.exec(start)?.[1];
  if (!boundary) return undefined;
  const head = new TextEncoder().encode(`Content-Type: ${node.contentType.parsed.value}; boundary="${boundary}"\n\n`);
  const bytes = new Uint8Array(head.length + content.length);
  bytes.set(head);
  bytes.set(content, head.length);
  const tree = await parseTree(bytes);
  if (tree.childNodes.length === 0) return undefined;
  return { ...tree, headers: node.headers };
}

/** The last path segment, without control characters: some senders put the whole Windows path there. */
function fileName(name: string | undefined): string | undefined {
  if (!name) return undefined;
  const last = decodeWords(name.slice(0, 1_000)).split(/[/\\]/).pop() ?? "";
  return clean(last) || undefined;
}

const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const clean = (name: string) => name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "").trim();
