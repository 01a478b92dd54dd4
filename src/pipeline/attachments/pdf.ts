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

let reader: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let answered: ((text: string | undefined) => void) | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The text of a PDF, or undefined where none can be had in time. Never throws. It is read in a process of its own: a damaged file of
 * 36 kB can ask for more memory than there is, and a thread that does so takes the process with it. One file after another, so that a
 * trap costs those behind it no more than time.
 */
export function readPdfText(bytes: Uint8Array, maxChars: number, maxPages = MAX_PAGES): Promise<string | undefined> {
  if (bytes.length > MAX_PDF_BYTES) return Promise.resolve(undefined);
  // A machine that can start no process at all still reads the mail.
  const text = last.then(() => readOne({ bytes: Uint8Array.from(bytes), maxPages, maxChars })).catch(() => undefined);
  last = text;
  return text;
}

async function readOne(request: PdfRequest): Promise<string | undefined> {
  clearTimeout(idle);
  reader ??= start();
  const child = reader;
  keepAlive(child, true);
  const timer = setTimeout(() => child.kill("SIGKILL"), TIME_LIMIT_MS);
  const text = await new Promise<string | undefined>((resolve) => {
    answered = resolve;
    // That it is gone already is told by its end.
    child.send(request, () => undefined);
  });
  clearTimeout(timer);
  // An idle reader keeps nobody alive, and goes after a while.
  keepAlive(child, false);
  idle = setTimeout(() => child.kill("SIGKILL"), IDLE_MS);
  idle.unref();
  return text;
}

function start(): ChildProcess {
  const child = startApart(new URL("./pdf-process.ts", import.meta.url), {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.on("message", ({ text }: PdfAnswer) => answered?.(text));
  for (const end of ["error", "exit"])
    child.once(end, () => {
      if (reader !== child) return;
      reader = undefined;
      answered?.(undefined);
    });
  return child;
}

function keepAlive(child: ChildProcess, alive: boolean): void {
  for (const handle of [child, child.channel]) handle?.[alive ? "ref" : "unref"]();
}
