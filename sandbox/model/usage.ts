import { type ChatRequest, isReasoningModel } from "./request.ts";

export interface Usage {
  prompt: number;
  cached: number;
  completion: number;
  reasoning: number;
}

/** Four bytes a token: near enough for prices, and the same on every run. */
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4);

const SHORTEST_CACHED = 1_024;
const STEP = 128;
const REMEMBERED = 8;

const REASONING: Record<string, number> = { low: 64, medium: 192, high: 512, xhigh: 1_024 };

export const reasoningTokens = ({ model, reasoning_effort: effort = "none" }: ChatRequest): number =>
  isReasoningModel(model) ? (REASONING[effort] ?? 0) : 0;

/** What counts as the prompt, in the order in which its prefix is cached: the schema comes before the messages. */
export const promptOf = ({ response_format: format, messages }: ChatRequest): string =>
  [format ? JSON.stringify(format) : "", ...messages.map(({ role, content }) => `${role}: ${textOf(content)}`)].join(
    "\n",
  );

const textOf = (content: ChatRequest["messages"][number]["content"]): string =>
  typeof content === "string" ? content : (content ?? []).map(({ text }) => text ?? "").join("\n");

/** Remembers the last prompts of each model and cache key, and says how much of a new one was seen before. */
export class PromptCache {
  readonly #seen = new Map<string, string[]>();

  cachedTokens({ model, prompt_cache_key: key = "" }: ChatRequest, prompt: string): number {
    const place = `${model} ${key}`;
    const before = this.#seen.get(place) ?? [];
    this.#seen.set(place, [prompt, ...before].slice(0, REMEMBERED));
    const longest = before.reduce((most, other) => Math.max(most, commonPrefix(prompt, other)), 0);
    const tokens = Math.floor(tokensOf(prompt.slice(0, longest)) / STEP) * STEP;
    return tokens >= SHORTEST_CACHED ? tokens : 0;
  }
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}
