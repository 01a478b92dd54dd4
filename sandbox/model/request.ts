import {
  invalid,
  ModelError,
  missingParameter,
  unknownModel,
  unknownParameter,
  wrongType,
  wrongValue,
} from "./errors.ts";
import { checkStrictSchema, isObject } from "./strict-schema.ts";

interface ChatMessage {
  role: string;
  content: string | { type: string; text?: string }[] | null;
  name?: string;
}

/** A chat completion request after it was found in order. */
export interface ChatRequest {
  model: string;
  messages: ChatMessage[];
  n?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  reasoning_effort?: string;
  prompt_cache_key?: string;
  response_format?: { type: string; json_schema?: { name: string; strict?: boolean; schema?: unknown } };
  [parameter: string]: unknown;
}

type Check = (param: string, value: unknown) => void;

const REASONING = /^(gpt-[5-9]|o\d)/;
export const isReasoningModel = (model: string): boolean => REASONING.test(model);

const number =
  (low: number, high: number): Check =>
  (param, value) => {
    if (typeof value !== "number") throw wrongType(param, "a decimal", value);
    if (value < low)
      throw invalid(
        `Invalid '${param}': decimal below minimum value. Expected a value >= ${low}, but got ${value} instead.`,
        param,
        "decimal_below_min_value",
      );
    if (value > high)
      throw invalid(
        `Invalid '${param}': decimal above maximum value. Expected a value <= ${high}, but got ${value} instead.`,
        param,
        "decimal_above_max_value",
      );
  };
const integer =
  (low: number): Check =>
  (param, value) => {
    if (!Number.isInteger(value)) throw wrongType(param, "an integer", value);
    if ((value as number) < low)
      throw invalid(
        `Invalid '${param}': integer below minimum value. Expected a value >= ${low}, but got ${String(value)} instead.`,
        param,
        "integer_below_min_value",
      );
  };
const string: Check = (param, value) => {
  if (typeof value !== "string") throw wrongType(param, "a string", value);
};
const boolean: Check = (param, value) => {
  if (typeof value !== "boolean") throw wrongType(param, "a boolean", value);
};
const oneOf =
  (...allowed: string[]): Check =>
  (param, value) => {
    if (typeof value !== "string" || !allowed.includes(value)) throw wrongValue(param, value, allowed);
  };
const anything: Check = () => undefined;
/** Real parameters of the API that Mailroom has no use for and this stand-in no behaviour. */
const notHere: Check = (param) => {
  throw new ModelError(501, `The sandbox model does not offer '${param}'.`, { type: "server_error", param });
};

const PARAMETERS: Record<string, Check> = {
  model: string,
  messages: anything,
  response_format: anything,
  temperature: number(0, 2),
  top_p: number(0, 1),
  frequency_penalty: number(-2, 2),
  presence_penalty: number(-2, 2),
  max_tokens: integer(1),
  max_completion_tokens: integer(1),
  n: integer(1),
  seed: integer(Number.MIN_SAFE_INTEGER),
  stop: anything,
  store: boolean,
  stream: (param, value) => (value === false ? undefined : notHere(param, value)),
  user: string,
  safety_identifier: string,
  prompt_cache_key: string,
  prompt_cache_retention: oneOf("in_memory", "24h"),
  reasoning_effort: oneOf("none", "minimal", "low", "medium", "high", "xhigh"),
  verbosity: oneOf("low", "medium", "high"),
  service_tier: oneOf("auto", "default", "flex", "fast", "priority"),
  metadata: (param, value) => {
    if (!isObject(value)) throw wrongType(param, "an object", value);
    for (const [key, each] of Object.entries(value)) string(`${param}.${key}`, each);
  },
  ...Object.fromEntries(
    "audio function_call functions logit_bias logprobs modalities moderation parallel_tool_calls prediction prompt_cache_options stream_options tool_choice tools top_logprobs web_search_options"
      .split(" ")
      .map((name) => [name, notHere]),
  ),
};
const NOT_FOR_REASONING = ["top_p", "frequency_penalty", "presence_penalty", "stop"];
const ROLES = ["system", "assistant", "user", "function", "tool", "developer"];
const MESSAGE_FIELDS = ["role", "content", "name", "refusal", "audio", "tool_calls", "tool_call_id", "function_call"];

/** Refuses, in the API's words, what the API would refuse. */
export function checkChatRequest(body: unknown, models: readonly string[] | undefined): asserts body is ChatRequest {
  if (!isObject(body))
    throw invalid("We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.");
  if (body.model === undefined) throw invalid("you must provide a model parameter");
  for (const [param, value] of Object.entries(body)) {
    const check = PARAMETERS[param];
    if (!check) throw unknownParameter(param);
    if (value !== null) check(param, value);
  }
  if (models && !models.includes(String(body.model))) throw unknownModel(String(body.model));
  checkMessages(body.messages);
  checkForModel(body, String(body.model));
  if (isObject(body.metadata) && body.store !== true) {
    throw invalid("The 'metadata' parameter is only allowed when 'store' is enabled.", "metadata");
  }
  if (body.response_format !== undefined && body.response_format !== null)
    checkFormat(body.response_format, body.messages);
}

function checkMessages(messages: unknown): asserts messages is ChatMessage[] {
  if (messages === undefined) throw missingParameter("messages");
  if (!Array.isArray(messages)) throw wrongType("messages", "an array of objects", messages);
  if (messages.length === 0) {
    throw invalid(
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      "messages",
      "empty_array",
    );
  }
  messages.forEach((message: unknown, i) => {
    const at = `messages[${i}]`;
    if (!isObject(message)) throw wrongType(at, "an object", message);
    for (const field of Object.keys(message))
      if (!MESSAGE_FIELDS.includes(field)) throw unknownParameter(`${at}.${field}`);
    if (message.role === undefined) throw missingParameter(`${at}.role`);
    if (!ROLES.includes(String(message.role))) throw wrongValue(`${at}.role`, message.role, ROLES);
    checkContent(message.content, `${at}.content`, message.role === "assistant");
  });
}

function checkContent(content: unknown, at: string, mayBeNull: boolean): void {
  if (typeof content === "string" || (mayBeNull && content === null)) return;
  if (content === undefined) throw missingParameter(at);
  if (!Array.isArray(content)) throw wrongType(at, "one of a string or array of objects", content);
  content.forEach((part: unknown, i) => {
    const typed = isObject(part) && part.type === "text" && typeof part.text === "string";
    if (!typed) throw wrongValue(`${at}[${i}].type`, isObject(part) ? part.type : part, ["text"]);
  });
}

function checkForModel(body: Record<string, unknown>, model: string): void {
  if (!isReasoningModel(model)) {
    if (body.reasoning_effort !== undefined) throw invalid("Unrecognized request argument supplied: reasoning_effort");
    return;
  }
  if (body.max_tokens !== undefined && body.max_tokens !== null) {
    throw invalid(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      "max_tokens",
      "unsupported_parameter",
    );
  }
  if (typeof body.temperature === "number" && body.temperature !== 1) {
    throw invalid(
      `Unsupported value: 'temperature' does not support ${body.temperature} with this model. Only the default (1) value is supported.`,
      "temperature",
      "unsupported_value",
    );
  }
  const refused = NOT_FOR_REASONING.find((name) => body[name] !== undefined && body[name] !== null);
  if (refused)
    throw invalid(
      `Unsupported parameter: '${refused}' is not supported with this model.`,
      refused,
      "unsupported_parameter",
    );
}

function checkFormat(format: unknown, messages: ChatMessage[]): void {
  if (!isObject(format)) throw wrongType("response_format", "an object", format);
  if (format.type === undefined) throw missingParameter("response_format.type");
  oneOf("json_object", "json_schema", "text")("response_format.type", format.type);
  if (format.type === "json_object" && !/json/i.test(JSON.stringify(messages))) {
    throw invalid(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      "messages",
    );
  }
  const known = format.type === "json_schema" ? ["type", "json_schema"] : ["type"];
  for (const field of Object.keys(format))
    if (!known.includes(field)) throw unknownParameter(`response_format.${field}`);
  if (format.type !== "json_schema") return;
  const wanted = format.json_schema;
  if (wanted === undefined) throw missingParameter("response_format.json_schema");
  if (!isObject(wanted)) throw wrongType("response_format.json_schema", "an object", wanted);
  for (const field of Object.keys(wanted)) {
    if (!["name", "description", "schema", "strict"].includes(field))
      throw unknownParameter(`response_format.json_schema.${field}`);
  }
  if (wanted.name === undefined) throw missingParameter("response_format.json_schema.name");
  string("response_format.json_schema.name", wanted.name);
  const name = String(wanted.name);
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) {
    throw invalid(
      "Invalid 'response_format.json_schema.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
      "response_format.json_schema.name",
      "invalid_value",
    );
  }
  if (wanted.schema === undefined) throw missingParameter("response_format.json_schema.schema");
  if (wanted.strict === true) checkStrictSchema(name, wanted.schema);
}
