import type { MachineKind } from "../../domain/email.ts";
import { textStart } from "./banners.ts";
import { footerStart } from "./footers.ts";
import { type Edge, findHistory } from "./history.ts";
import { isBlank, type Line } from "./line.ts";
import { isPostscript } from "./prose.ts";
import { type Sender, senderNames } from "./sender-name.ts";
import { signatureStart } from "./signature.ts";
import { readWebForm, type WebForm } from "./web-form.ts";

/** A mail's text taken apart. Each piece is made of whole lines of the text, in order; nothing is rewritten. */
export interface TextParts {
  visible: string;
  quoted: string;
  signature: string;
  /** Where an older mail begins, if one does. */
  edge: Edge | undefined;
  form: WebForm | undefined;
}

export interface TextContext {
  senders: readonly Sender[];
  machine: MachineKind;
}

/** What can be told of a text without knowing who wrote it, a person or a machine. */
export interface Outline {
  /** For each line: part of an older mail. */
  history: boolean[];
  /** Where an older mail begins, if one does. */
  edge: Edge | undefined;
  form: WebForm | undefined;
}

export function outline(lines: readonly Line[]): Outline {
  const form = readWebForm(lines);
  if (form?.message) return { history: lines.map(() => false), edge: undefined, form };
  const { own, edge } = keepSomething(lines, findHistory(lines));
  return { history: own.map((isOwn) => !isOwn), edge, form };
}

/** The newest human text: without quoted history, signature, footers, and what gateways and apps add. */
export function separateText(
  lines: readonly Line[],
  { senders, machine }: TextContext,
  { history, edge, form }: Outline = outline(lines),
): TextParts {
  if (form?.message) return { visible: form.message, quoted: "", signature: "", edge, form };
  const own = history.map((old) => !old);
  if (machine === "bounce") cutReport(lines, own);
  const mass = machine === "bulk" || machine === "notification" || machine === "bounce" || machine === "auto_reply";
  trimHead(lines, own, mass);
  const cut = new Set(mass ? trimFooter(lines, own) : []);
  // What a mail server writes is unsigned.
  if (machine !== "bounce")
    for (const i of trimSignatures(lines, own, senders, mass && machine !== "auto_reply")) cut.add(i);
  return {
    visible: pick(lines, (i) => own[i] === true),
    quoted: pick(lines, (i) => history[i] === true),
    signature: pick(lines, (i) => cut.has(i)),
    edge,
    form,
  };
}

/**
 * A mail that is nothing but quote marks was written by someone who pasted it so; and an introduction ("On … wrote:") with
 * nothing above it and no marks below is an answer written at the bottom of an unmarked quote: both keep their text.
 */
function keepSomething(
  lines: readonly Line[],
  history: ReturnType<typeof findHistory>,
): ReturnType<typeof findHistory> {
  if (history.own.some((own, i) => own && !isBlank(lines[i]?.text ?? ""))) return history;
  const { edge } = history;
  if (edge === undefined) return { own: lines.map(() => true), edge };
  if (edge.kind === "forward" || edge.fields) return history;
  return { own: lines.map((line, i) => i >= edge.end && line.quote === undefined), edge };
}

/** Servers without report parts print the report's fields, or the returned mail's, into the text. */
function cutReport(lines: readonly Line[], own: boolean[]): void {
  const at = lines.findIndex(
    ({ text }, i) =>
      i > 0 &&
      /^(?:Reporting-MTA|Arrival-Date|Final-Recipient|Original headers?|Received|Return-Path)\b/i.test(text.trim()),
  );
  if (at > 0) own.fill(false, at);
}

function trimHead(lines: readonly Line[], own: boolean[], mass: boolean): void {
  const start = textStart(lines, mass);
  for (let i = 0; i < start; i++) own[i] = false;
}

/** The footer of mass mail and portals, from the last own line upwards. */
function trimFooter(lines: readonly Line[], own: boolean[]): number[] {
  const ownLines = lines.flatMap((line, i) => (own[i] ? [{ line, i }] : []));
  const start = footerStart(ownLines.map(({ line }) => line));
  const cut = ownLines.slice(start).map(({ i }) => i);
  for (const i of cut) own[i] = false;
  return cut;
}

/** Signatures stand at the end of what somebody wrote: above the quote, below it, or (list footers) in both places. */
function trimSignatures(lines: readonly Line[], own: boolean[], senders: readonly Sender[], mass: boolean): number[] {
  const names = senderNames(senders);
  const cut: number[] = [];
  for (const { from, to } of segments(lines, own).reverse()) {
    const segment = lines.slice(from, to);
    const start = from + signatureStart(segment, names, mass);
    for (let i = start; i < to; i++) {
      if (keepsPostscript(lines, i, start, to)) {
        while (i < to && !isBlank(lines[i]?.text ?? "")) i++;
        continue;
      }
      own[i] = false;
      cut.push(i);
    }
    // Something of the text was left here, so what stands above the quote before it is no longer the end of the mail.
    if (start > from && lines.slice(from, start).some((line) => !isBlank(line.text))) break;
  }
  return cut;
}

/** "P.S. …" in a paragraph of its own below the signature is still the writer talking. */
const keepsPostscript = (lines: readonly Line[], i: number, start: number, to: number) =>
  i > start && i < to && isPostscript(lines[i]?.text ?? "") && isBlank(lines[i - 1]?.text ?? "");

/** Runs of own lines, cut wherever quoted lines stand between. */
function segments(lines: readonly Line[], own: readonly boolean[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from: number | undefined;
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && own[i]) from ??= i;
    else if (from !== undefined) {
      if (lines.slice(from, i).some((line) => !isBlank(line.text))) found.push({ from, to: i });
      from = undefined;
    }
  }
  return found;
}

function pick(lines: readonly Line[], wanted: (i: number) => boolean): string {
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (wanted(i)) out.push(lines[i]?.text ?? "");
  }
  return out
    .join("\n")
    .replace(/^\s*\n/, "")
    .trimEnd();
}
