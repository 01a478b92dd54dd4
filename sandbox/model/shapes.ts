import { randomUUID } from "node:crypto";
import type { Completion } from "./completion.ts";
import type { ModelError } from "./errors.ts";

export type ShapeName = "openai" | "azure" | "ollama" | "vllm";

/** Where providers of the one protocol differ. */
export interface Shape {
  /** Below which path the protocol lives. */
  base: "/v1" | "/openai";
  /** Refuses what OpenAI refuses: unknown parameters, schemas that are not strict. */
  strict: boolean;
  /** The key in a request, if it brought one. */
  key(headers: Record<string, string | string[] | undefined>): string | undefined;
  /** Whether a call without the right key is turned away. */
  guarded: boolean;
  error(error: ModelError): unknown;
  chat(model: string, created: number, choices: Completion[]): unknown;
}

const bearer = (headers: Record<string, string | string[] | undefined>): string | undefined =>
  /^Bearer (.+)$/.exec(String(headers.authorization ?? ""))?.[1];

const openAiError = ({ message, type, param, code }: ModelError): unknown => ({
  error: { message, type, param, code },
});

const chatId = (): string => `chatcmpl-${randomUUID().replaceAll("-", "").slice(0, 29)}`;

const SAFE = {
  hate: { filtered: false, severity: "safe" },
  self_harm: { filtered: false, severity: "safe" },
  sexual: { filtered: false, severity: "safe" },
  violence: { filtered: false, severity: "safe" },
};

interface Extras {
  id: string;
  fingerprint?: string;
  message?: Record<string, unknown>;
  choice?: Record<string, unknown>;
  top?: Record<string, unknown>;
}

function envelope(model: string, created: number, choices: Completion[], extras: Extras, usage: unknown): unknown {
  return {
    id: extras.id,
    object: "chat.completion",
    created,
    model,
    choices: choices.map(({ content, refusal, finishReason }, index) => ({
      index,
      message: { role: "assistant", content, ...(extras.message && { refusal, ...extras.message }) },
      logprobs: null,
      finish_reason: finishReason,
      ...extras.choice,
    })),
    usage,
    ...(extras.fingerprint && { system_fingerprint: extras.fingerprint }),
    ...extras.top,
  };
}

/** n answers to one question: the question counts once. */
const totals = (choices: readonly Completion[]) => {
  const sum = (of: (completion: Completion) => number) => choices.reduce((all, each) => all + of(each), 0);
  const prompt_tokens = choices[0]?.usage.prompt ?? 0;
  const completion_tokens = sum(({ usage }) => usage.completion);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
};

const detailed = (choices: readonly Completion[]) => ({
  ...totals(choices),
  prompt_tokens_details: { cached_tokens: choices[0]?.usage.cached ?? 0, audio_tokens: 0 },
  completion_tokens_details: {
    reasoning_tokens: choices.reduce((all, { usage }) => all + usage.reasoning, 0),
    audio_tokens: 0,
    accepted_prediction_tokens: 0,
    rejected_prediction_tokens: 0,
  },
});

export const SHAPES: Record<ShapeName, Shape> = {
  openai: {
    base: "/v1",
    strict: true,
    key: bearer,
    guarded: true,
    error: openAiError,
    chat: (model, created, choices) =>
      envelope(
        model,
        created,
        choices,
        { id: chatId(), message: { annotations: [] }, top: { service_tier: "default" } },
        detailed(choices),
      ),
  },
  azure: {
    base: "/openai",
    strict: true,
    key: (headers) => (typeof headers["api-key"] === "string" ? headers["api-key"] : bearer(headers)),
    guarded: true,
    error: (error) =>
      error.status === 401
        ? {
            error: {
              code: "401",
              message:
                "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.",
            },
          }
        : openAiError(error),
    chat: (model, created, choices) =>
      envelope(
        model,
        created,
        choices,
        {
          id: chatId(),
          fingerprint: "fp_sandbox",
          message: { annotations: [] },
          choice: { content_filter_results: SAFE },
          top: { prompt_filter_results: [{ prompt_index: 0, content_filter_results: SAFE }] },
        },
        detailed(choices),
      ),
  },
  ollama: {
    base: "/v1",
    strict: false,
    key: bearer,
    guarded: false,
    error: (error) => ({
      error: {
        message: error.message,
        type: error.status === 404 ? "not_found_error" : "api_error",
        param: null,
        code: null,
      },
    }),
    chat: (model, created, choices) =>
      envelope(model, created, choices, { id: "chatcmpl-417", fingerprint: "fp_ollama" }, totals(choices)),
  },
  vllm: {
    base: "/v1",
    strict: false,
    key: bearer,
    guarded: false,
    error: ({ status, message }) => ({
      error: {
        message,
        type: status === 404 ? "NotFoundError" : status < 500 ? "BadRequestError" : "InternalServerError",
        param: null,
        code: status,
      },
    }),
    chat: (model, created, choices) =>
      envelope(
        model,
        created,
        choices,
        {
          id: `chatcmpl-${randomUUID()}`,
          message: { annotations: null, audio: null, function_call: null, tool_calls: [], reasoning_content: null },
          choice: { stop_reason: null },
          top: { prompt_logprobs: null, service_tier: null },
        },
        { ...totals(choices), prompt_tokens_details: null },
      ),
  },
};

/** Which call a path is, if any. On Azure the model is in the path. */
export function callOf(
  shape: Shape,
  verb: string,
  url: URL,
): { call: "chat" | "embeddings" | "models"; deployment?: string | undefined } | undefined {
  if (!url.pathname.startsWith(`${shape.base}/`)) return undefined;
  const path = url.pathname.slice(shape.base.length);
  if (shape.base === "/openai" && !url.searchParams.get("api-version")) return undefined;
  const [, deployment, rest] = /^\/deployments\/([^/]+)(\/.+)$/.exec(path) ?? [];
  const inPlace = shape.base === "/openai" ? rest : path;
  if (verb === "GET" && /^\/models(\/|$)/.test(path)) return { call: "models" };
  if (verb === "POST" && inPlace === "/chat/completions") return { call: "chat", deployment };
  if (verb === "POST" && inPlace === "/embeddings") return { call: "embeddings", deployment };
  return undefined;
}
