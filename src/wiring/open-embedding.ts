import { openaiEmbedder } from "../adapters/openai/embedder.ts";
import type { Config } from "../config.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Embedder } from "../pipeline/answer/embedding.ts";

/** The embedding model of the first provider; none without a provider, or where the settings want none. */
export function openEmbedder(config: Config, settings: Settings | undefined): Embedder | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, LLM_EMBEDDING_MODEL: named } = config;
  const name = named ?? settings?.model.embedding;
  if (!(apiKey || baseUrl) || !name) return undefined;
  return openaiEmbedder({ name, apiKey, baseUrl });
}
