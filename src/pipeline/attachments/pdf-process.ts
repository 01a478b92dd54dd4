import { Worker } from "node:worker_threads";
import type { PdfAnswer, PdfRequest } from "./pdf-worker.ts";

/**
 * The whole process that reads PDF files. A thread reads; this one only looks after it, so that it hears when nobody wants to know any
 * more and sees how much memory a file takes, whatever the thread is busy with. Whatever goes wrong ends the process.
 */
const MAX_HEAP_MB = 128;
/** With the buffers that a heap limit does not count. An ordinary file takes a third of it. */
const MAX_RSS_BYTES = 400 * 1024 * 1024;
const LOOK_MS = 50;

const thread = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
});
thread.on("message", (answer: PdfAnswer) => process.send!(answer));
for (const end of ["error", "exit"]) thread.once(end, () => process.exit(1));
process.on("message", (request: PdfRequest) => thread.postMessage(request, [request.bytes.buffer]));
process.once("disconnect", () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_RSS_BYTES) process.exit(1);
}, LOOK_MS);
