import type { ChildProcess } from "node:child_process";
import { startApart } from "../apart.ts";
import type { PdfAnswer, PdfRequest } from "./pdf-worker.ts";

/** Ids and amounts stand on the first pages. */
const MAX_PAGES = 10;
const MAX_PDF_BYTES = 10 * 1024 * 1024;
/** The reader needs half a second to start and 5-30 ms for an invoice; a hundred times that is a trap. */
const TIME_LIMIT_MS = 5_000;
/** It holds about 110 MB, so it does not outlive a quiet minute. */
const IDLE_MS = 60_000;

interface Waiting {
  resolve: (text: string | undefined) => void;
  timer: NodeJS.Timeout;
}

let reader: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/**
 * The text of a PDF, or undefined where none can be had in time. Never throws. It is read in a process of its own: a damaged file of
 * 36 kB can ask for more memory than there is, and a thread that does so takes the process with it.
 */
export function readPdfText(bytes: Uint8Array, maxChars: number, maxPages = MAX_PAGES): Promise<string | undefined> {
  if (bytes.length > MAX_PDF_BYTES) return Promise.resolve(undefined);
  clearTimeout(idle);
  const id = nextId++;
  reader ??= start();
  const child = reader;
  return new Promise((resolve) => {
    // It reads one file after another, so a trap costs those behind it their time too: they end with no text.
    const timer = setTimeout(() => stop(child), TIME_LIMIT_MS);
    timer.unref();
    waiting.set(id, { resolve, timer });
    keepAlive(child, true);
    const request: PdfRequest = { id, bytes: Uint8Array.from(bytes), maxPages, maxChars };
    // That it is gone already is told by its end.
    child.send(request, () => undefined);
  });
}

function start(): ChildProcess {
  const child = startApart(new URL("./pdf-process.ts", import.meta.url), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.on("message", ({ id, text }: PdfAnswer) => {
    settle(id, text);
    if (waiting.size === 0) rest(child);
  });
  for (const end of ["error", "exit"]) child.once(end, () => stop(child));
  return child;
}

function settle(id: number, text: string | undefined): void {
  const entry = waiting.get(id);
  if (!entry) return;
  clearTimeout(entry.timer);
  waiting.delete(id);
  entry.resolve(text);
}

/** An idle reader keeps nobody alive, and goes after a while. */
function rest(child: ChildProcess): void {
  keepAlive(child, false);
  idle = setTimeout(() => stop(child), IDLE_MS);
  idle.unref();
}

function keepAlive(child: ChildProcess, alive: boolean): void {
  for (const handle of [child, child.channel]) handle?.[alive ? "ref" : "unref"]();
}

function stop(child: ChildProcess): void {
  if (reader !== child) return;
  reader = undefined;
  for (const id of [...waiting.keys()]) settle(id, undefined);
  child.kill("SIGKILL");
}
