import { Worker } from "node:worker_threads";
import type { PdfAnswer, PdfRequest } from "./pdf-worker.ts";

/** Ids and amounts stand on the first pages. */
const MAX_PAGES = 10;
const MAX_PDF_BYTES = 10 * 1024 * 1024;
/** pdf.js needs 200 ms to load and 5-30 ms for an invoice; a thousand times that is a trap. */
const TIME_LIMIT_MS = 5_000;
/** The thread costs about 45 MB, so it does not outlive a quiet minute. */
const IDLE_MS = 60_000;
const MAX_HEAP_MB = 128;

interface Waiting {
  resolve: (text: string | undefined) => void;
  timer: NodeJS.Timeout;
}

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/** The text of a PDF, or undefined where none can be had in time. Never throws. */
export function readPdfText(bytes: Uint8Array, maxChars: number, maxPages = MAX_PAGES): Promise<string | undefined> {
  if (bytes.length > MAX_PDF_BYTES) return Promise.resolve(undefined);
  clearTimeout(idle);
  const id = nextId++;
  worker ??= start();
  const thread = worker;
  return new Promise((resolve) => {
    // One thread reads one file after another, so a trap costs those behind it their time too: they end with no text.
    const timer = setTimeout(() => stop(thread), TIME_LIMIT_MS);
    timer.unref();
    waiting.set(id, { resolve, timer });
    // A copy: the mail's own bytes are still needed.
    const copy = Uint8Array.from(bytes);
    thread.ref();
    thread.postMessage({ id, bytes: copy, maxPages, maxChars } satisfies PdfRequest, [copy.buffer]);
  });
}

function start(): Worker {
  const thread = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    stderr: true,
    stdout: true,
  });
  thread.on("message", ({ id, text }: PdfAnswer) => {
    settle(id, text);
    if (waiting.size === 0) rest(thread);
  });
  thread.on("error", () => stop(thread));
  thread.on("exit", () => stop(thread));
  return thread;
}

function settle(id: number, text: string | undefined): void {
  const entry = waiting.get(id);
  if (!entry) return;
  clearTimeout(entry.timer);
  waiting.delete(id);
  entry.resolve(text);
}

/** An idle thread keeps nobody alive, and goes after a while. */
function rest(thread: Worker): void {
  thread.unref();
  idle = setTimeout(() => stop(thread), IDLE_MS);
  idle.unref();
}

function stop(thread: Worker): void {
  if (worker !== thread) return;
  worker = undefined;
  for (const id of [...waiting.keys()]) settle(id, undefined);
  void thread.terminate();
}
