import { expect, test } from "vitest";
import { figuresOf, measureRetrieval } from "../../eval/retrieval.ts";
import { startModel } from "../../sandbox/model/index.ts";
import { openaiEmbedder } from "../../src/adapters/openai/embedder.ts";

test("every question is asked of the articles by its words, and where there is an embedding also by its meaning", async () => {
  const { apiKey, baseUrl, stop } = await startModel();
  try {
    const { text, fused } = await measureRetrieval(openaiEmbedder({ name: "text-embedding-3-small", apiKey, baseUrl }));
    expect(text).toHaveLength(178);
    expect(fused).toHaveLength(178);
    // What docs/answers.md says of it, with room for a word more or less in the articles.
    expect(figuresOf(text).recall).toBeGreaterThan(0.78);
    expect(figuresOf(fused!).recall).toBeGreaterThan(0.78);
  } finally {
    await stop();
  }
});
