import { recordModelCalls } from "../db/model-calls.ts";
import {
  dropOldVectors,
  dropOtherLengths,
  type PassageToEmbed,
  passagesWithoutVector,
  storeVector,
} from "../db/passage-vectors.ts";
import type { EngineStep } from "../domain/decision.ts";
import { MailroomError, toFailure } from "../domain/errors.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { plainText } from "../pipeline/answer/article.ts";
import { withoutPlaceholders } from "../pipeline/answer/question-words.ts";
import { Masker } from "../pipeline/masker.ts";
import type { DeskJobs } from "./desk-jobs.ts";

/** Texts in one call: few enough for small servers, many enough that a new knowledge base is a handful of calls. */
const BATCH = 64;
/** A passage is 120 words; what is much longer is a table or a picture in letters. */
const LONGEST = 4_000;

type Embedding = Pick<DeskJobs, "db" | "settings" | "now" | "log" | "embedding">;

/** One vector a passage, and only for passages whose words have none yet. Without the model the words alone are searched. */
export async function embedKnowledge({ db, settings, now, log, embedding }: Embedding): Promise<void> {
  if (!embedding) return;
  embedding.askAgain();
  const { settings: current } = settings.current();
  let made = 0;
  let dropped = 0;
  for (;;) {
    const { dimensions } = embedding;
    if (dimensions !== undefined)
      dropped += await db.transaction((tx) => dropOtherLengths(tx, embedding.space, dimensions));
    const passages = await passagesWithoutVector(db.read, embedding.space, BATCH);
    if (passages.length === 0 || embedding.off !== undefined) break;
    const steps: EngineStep[] = [];
    const recorded = () => db.transaction((tx) => recordModelCalls(tx, "embed", null, steps, now()));
    try {
      const texts = passages.map((one) => maskedText(one, current));
      const vectors = await embedding.vectorsOf(texts, current.model.timeoutMs, current, steps);
      // Else two servers behind one name would undo each other's work for ever.
      if (made > 0 && embedding.dimensions !== dimensions)
        throw new MailroomError("model_output_invalid", { detail: "embedding: vectors of different lengths" });
      await db.transaction(async (tx) => {
        for (const [index, { hash }] of passages.entries())
          await storeVector(tx, { hash, space: embedding.space, vector: vectors[index]! }, now());
        await recordModelCalls(tx, "embed", null, steps, now());
      });
      made += passages.length;
    } catch (error) {
      const failure = toFailure(error);
      await recorded();
      // Asked to slow down: the job waits, and goes on with what is left.
      if (failure.code === "model_rate_limited") throw failure;
      log.warn(
        { code: failure.code, detail: failure.detail, model: embedding.name },
        "articles are searched by their words alone until they are read again: the embedding model did not answer",
      );
      return;
    }
  }
  dropped += await db.transaction((tx) => dropOldVectors(tx, embedding.space));
  if (made + dropped > 0) log.info({ passages: made, dropped, model: embedding.name }, "embedded passages");
}

/** What leaves of a passage: masked like a mail, because an article may name a person. */
const maskedText = ({ title, heading, text, language }: PassageToEmbed, settings: Settings): string =>
  withoutPlaceholders(
    new Masker(settings, language, undefined).mask(
      [title, heading, plainText(text)].filter(Boolean).join("\n").slice(0, LONGEST),
    ),
  );
