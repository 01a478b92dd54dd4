import { parentPort } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";

/** One file after another. Text comes page by page, so that enough is enough. */
export interface PdfRequest {
  bytes: Uint8Array<ArrayBuffer>;
  maxPages: number;
  maxChars: number;
}
export interface PdfAnswer {
  text: string | undefined;
}

parentPort?.on("message", async ({ bytes, maxPages, maxChars }: PdfRequest) => {
  let text: string | undefined;
  try {
    text = await readPages(bytes, maxPages, maxChars);
  } catch {
    // Damaged, or locked with a password: no text.
  }
  parentPort?.postMessage({ text } satisfies PdfAnswer);
});

async function readPages(bytes: Uint8Array, maxPages: number, maxChars: number): Promise<string> {
  const pdf = await getDocumentProxy(bytes);
  let text = "";
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages) && text.length < maxChars; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ("str" in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    text += "\n";
  }
  await pdf.loadingTask.destroy();
  return text.slice(0, maxChars);
}
