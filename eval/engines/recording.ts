import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { FAILURES, type FailureCode, MailroomError, toFailure } from "../../src/domain/errors.ts";
import type { Provider } from "../../src/pipeline/understand/ask-model.ts";
import { CircuitBreaker } from "../../src/pipeline/understand/breaker.ts";
import type { Model, ModelAnswer, ModelRequest } from "../../src/pipeline/understand/model.ts";
import { Complaint } from "../complaint.ts";
import type { Clock } from "./clock.ts";

/**
 * A paid run, kept so that it can be scored again for nothing. The first line names the models; every other is one answer
 * (or failure) under the hash of its request, so a changed prompt or mail finds none. Requests themselves are not kept.
 */
const Head = z.object({
  recording: z.literal(1),
  providers: z.array(z.object({ small: z.string(), large: z.string().nullable() })),
});
const Entry = z.object({
  key: z.string(),
  tookMs: z.number(),
  value: z.unknown().optional(),
  usage: z.object({ inputTokens: z.number(), cachedTokens: z.number(), outputTokens: z.number() }).optional(),
  failure: z.enum(Object.keys(FAILURES) as [FailureCode, ...FailureCode[]]).optional(),
});
type Entry = z.infer<typeof Entry>;

const schemas = new WeakMap<z.ZodType, string>();

function keyOf(model: string, { name, schema, system, user, maxOutputTokens }: ModelRequest): string {
  const shape = schemas.get(schema) ?? JSON.stringify(z.toJSONSchema(schema));
  schemas.set(schema, shape);
  return createHash("sha256")
    .update(JSON.stringify([model, name, shape, system, user, maxOutputTokens]))
    .digest("hex")
    .slice(0, 32);
}

/** Writes every answer down as it comes, so that a run that breaks off has not been paid for in vain. */
export function recorded(providers: readonly Provider[], file: string, clock: Clock): Provider[] {
  if (existsSync(file)) throw new Complaint(`${file} is there already: give --record another name, or --replay it`);
  const head: z.infer<typeof Head> = {
    recording: 1,
    providers: providers.map(({ small, large }) => ({ small: small.name, large: large?.name ?? null })),
  };
  writeFileSync(file, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  const keep = (entry: Entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`);
  const record = (model: Model): Model => ({
    name: model.name,
    async complete(request) {
      const key = keyOf(model.name, request);
      const startedAt = clock.now();
      try {
        const { value, usage } = await model.complete(request);
        keep({ key, tookMs: clock.now() - startedAt, value, usage });
        return { value, usage };
      } catch (error) {
        keep({ key, tookMs: clock.now() - startedAt, failure: toFailure(error).code });
        throw error;
      }
    },
  });
  return providers.map(({ small, large, breaker }) => ({
    small: record(small),
    large: large && record(large),
    breaker,
  }));
}

export interface Replay {
  providers: Provider[];
  /** Questions that the recording has no answer to. */
  unanswered: () => number;
}

/** The models of a recorded run, answering as they did, in the same order where one was asked the same thing twice. */
export function replayed(file: string, clock: Clock): Replay {
  const { head, entries } = readRecording(file);
  let unanswered = 0;
  const replay = (name: string): Model => ({
    name,
    async complete(request): Promise<ModelAnswer> {
      const left = entries.get(keyOf(name, request));
      const entry = left && left.length > 1 ? left.shift() : left?.[0];
      if (!entry) {
        unanswered++;
        throw new MailroomError("model_rejected", { detail: "the recording has no answer to this" });
      }
      clock.skip(entry.tookMs);
      if (entry.failure) throw new MailroomError(entry.failure);
      return { value: entry.value, usage: entry.usage ?? { inputTokens: 0, cachedTokens: 0, outputTokens: 0 } };
    },
  });
  return {
    providers: head.providers.map(({ small, large }) => ({
      small: replay(small),
      large: large === null ? undefined : replay(large),
      breaker: new CircuitBreaker(clock.now),
    })),
    unanswered: () => unanswered,
  };
}

function readRecording(file: string): { head: z.infer<typeof Head>; entries: Map<string, Entry[]> } {
  if (!existsSync(file)) throw new Complaint(`There is no recording ${file}: make one with --record ${file}`);
  const [first = "", ...rest] = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const parse = <T>(schema: z.ZodType<T>, line: string, number: number): T => {
    try {
      return schema.parse(JSON.parse(line));
    } catch {
      throw new Complaint(`${file}, line ${number} is not from a recording: record again, or give another file`);
    }
  };
  const head = parse(Head, first, 1);
  const all = rest.map((line, index) => parse(Entry, line, index + 2));
  return { head, entries: Map.groupBy(all, ({ key }) => key) };
}
