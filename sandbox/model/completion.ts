import type { Behaviour } from "./behaviours.ts";
import { brokenAnswer, minimalAnswer } from "./minimal-answer.ts";
import type { ChatRequest } from "./request.ts";
import { type PromptCache, promptOf, reasoningTokens, tokensOf, type Usage } from "./usage.ts";

/** Text goes out as it is, anything else as JSON. */
export type Answering = (request: ChatRequest) => unknown;

export interface Completion {
  content: string | null;
  refusal: string | null;
  finishReason: "stop" | "length" | "content_filter";
  usage: Usage;
}

export const builtInAnswer: Answering = ({ response_format: format }) => {
  if (format?.type === "json_schema") return minimalAnswer(format.json_schema?.schema);
  return format?.type === "json_object" ? {} : "Understood.";
};

export async function complete(
  request: ChatRequest,
  answer: Answering,
  behaviour: Behaviour,
  cache: PromptCache,
): Promise<Completion> {
  const value = "with" in behaviour ? behaviour.with : await answer(request);
  const said = finished(behaviour, value);
  const reasoning = reasoningTokens(request);
  const prompt = promptOf(request);
  const room = (request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY) - reasoning;
  const cut = said.content !== null && tokensOf(said.content) > room;
  const content = cut ? firstTokens(said.content ?? "", room) : said.content;
  return {
    ...said,
    content,
    finishReason: cut ? "length" : said.finishReason,
    usage: {
      prompt: tokensOf(prompt),
      cached: cache.cachedTokens(request, prompt),
      completion: tokensOf(content ?? said.refusal ?? "") + reasoning,
      reasoning,
    },
  };
}

function finished(behaviour: Behaviour, value: unknown): Omit<Completion, "usage"> {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const plain = (content: string | null): Omit<Completion, "usage"> => ({
    content,
    refusal: null,
    finishReason: "stop",
  });
  switch (behaviour.kind) {
    case "length":
      return { ...plain(text.slice(0, Math.ceil(text.length / 2))), finishReason: "length" };
    case "content-filter":
      return { ...plain(null), finishReason: "content_filter" };
    case "refusal":
      return { ...plain(null), refusal: behaviour.text ?? "I'm sorry, I can't assist with that request." };
    case "empty":
      return plain("");
    case "invalid-json":
      return plain(`Sure! Here is the JSON you asked for: ${text.slice(0, -1)}`);
    case "fenced":
      return plain(`\`\`\`json\n${text}\n\`\`\``);
    case "breaks-schema":
      return plain(JSON.stringify(brokenAnswer(value)));
    default:
      return plain(text);
  }
}

const firstTokens = (text: string, tokens: number): string =>
  Buffer.from(text)
    .subarray(0, Math.max(0, tokens) * 4)
    .toString()
    .replace(/\ufffd$/, "");
