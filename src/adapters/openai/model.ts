import { MailroomError } from "../../domain/errors.ts";
import type { Model, ModelAnswer, ModelRequest } from "../../pipeline/understand/model.ts";
import { connect } from "./client.ts";
import { modelFailure } from "./failure.ts";

export interface ModelAccount {
  apiKey: string | undefined;
  /** Absent: OpenAI. With `api-version` in its query: Azure. Anything else: a server that speaks the same protocol. */
  baseUrl: string | undefined;
}

interface ModelOptions extends ModelAccount {
  name: string;
  /** Given only for models that take it; the others reject the parameter. */
  reasoningEffort: "none" | "minimal" | "low" | "medium" | "high" | undefined;
}

type Completion = import("openai").OpenAI.Chat.Completions.ChatCompletion;

/** OpenAI's newer families take only the newer name of the limit; local servers often only know the older one. */
const NEWER_PARAMETERS = /^(gpt-[5-9]|o\d)/;

/** A model behind the chat completions protocol, with a strict JSON schema: the one form that all providers share. */
export function openaiModel({ name, reasoningEffort, ...account }: ModelOptions): Model {
  let client: ReturnType<typeof connect> | undefined;
  return {
    name,
    async complete(request): Promise<ModelAnswer> {
      client ??= connect(account, name);
      const { zodResponseFormat } = await import("openai/helpers/zod");
      const newer = NEWER_PARAMETERS.test(name);
      try {
        const completion = await (await client).chat.completions.create(
          {
            model: name,
            messages: [
              { role: "system", content: request.system },
              { role: "user", content: request.user },
            ],
            response_format: zodResponseFormat(request.schema as Parameters<typeof zodResponseFormat>[0], request.name),
            ...(newer
              ? {
                  max_completion_tokens: request.maxOutputTokens,
                  store: false,
                  prompt_cache_key: `mailroom-${request.name}`,
                }
              : { max_tokens: request.maxOutputTokens, temperature: 0 }),
            ...(reasoningEffort && { reasoning_effort: reasoningEffort }),
          },
          { timeout: request.timeoutMs },
        );
        return { value: answerIn(completion, request), usage: usageOf(completion) };
      } catch (error) {
        throw modelFailure(error);
      }
    },
  };
}

/** What the model said, as JSON. The ways of not answering are different failures, because what follows differs. */
function answerIn(completion: Completion, { name }: ModelRequest): unknown {
  const [choice] = completion.choices ?? [];
  if (!choice) throw new MailroomError("model_output_invalid", { detail: `${name}: no choices` });
  if (choice.message.refusal || choice.finish_reason === "content_filter") throw new MailroomError("model_refused");
  if (choice.finish_reason === "length") throw new MailroomError("model_cut_short");
  const text = (choice.message.content ?? "").trim();
  if (text === "") throw new MailroomError("model_output_invalid", { detail: `${name}: empty` });
  try {
    // Servers that know no strict mode like to wrap their JSON in a fence.
    return JSON.parse(/^```(?:json)?\s*([\s\S]*?)\s*```$/.exec(text)?.[1] ?? text);
  } catch (cause) {
    throw new MailroomError("model_output_invalid", { detail: `${name}: not JSON`, cause });
  }
}

const usageOf = ({ usage }: Completion): ModelAnswer["usage"] => ({
  inputTokens: usage?.prompt_tokens ?? 0,
  cachedTokens: usage?.prompt_tokens_details?.cached_tokens ?? 0,
  outputTokens: usage?.completion_tokens ?? 0,
});
