import { toFailure } from "../../domain/errors.ts";
import type { Embedder } from "../../pipeline/answer/embedding.ts";
import { noted, ok, type Probe } from "./check-up.ts";

const TIMEOUT_MS = 10_000;

/** A desk without it answers all the same, so nothing here is a fault. */
export function embeddingChecks(embedder: Embedder | undefined): Probe[] {
  if (!embedder) return [];
  const check = `embedding ${embedder.name}`;
  const look = async () => {
    const startedAt = performance.now();
    try {
      const { vectors } = await embedder.embed(["How long does a refund take?"], TIMEOUT_MS);
      return ok(check, `${vectors[0]!.length} numbers in ${Math.round(performance.now() - startedAt)} ms`);
    } catch (error) {
      const { code, detail, message } = toFailure(error);
      const why = detail ?? message;
      return noted(
        check,
        code === "model_rejected"
          ? `not offered (${why}): articles are searched by their words alone. Set LLM_EMBEDDING_MODEL to an embedding model of this provider, or model.embedding to null in the settings`
          : `does not answer (${why}): articles are searched by their words alone meanwhile`,
      );
    }
  };
  return [{ check, look }];
}
