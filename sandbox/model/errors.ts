/** A refusal, before it is put into a provider's own shape. */
export class ModelError extends Error {
  readonly status: number;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    more: { type?: string; param?: string | null; code?: string | null; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.type = more.type ?? "invalid_request_error";
    this.param = more.param ?? null;
    this.code = more.code ?? null;
    this.headers = more.headers ?? {};
  }
}

export const invalid = (message: string, param: string | null = null, code: string | null = null): ModelError =>
  new ModelError(400, message, { param, code });

export const unknownParameter = (param: string): ModelError =>
  invalid(`Unknown parameter: '${param}'.`, param, "unknown_parameter");

export const missingParameter = (param: string): ModelError =>
  invalid(`Missing required parameter: '${param}'.`, param, "missing_required_parameter");

export const wrongType = (param: string, expected: string, value: unknown): ModelError =>
  invalid(
    `Invalid type for '${param}': expected ${expected}, but got ${kindOf(value)} instead.`,
    param,
    "invalid_type",
  );

export const wrongValue = (param: string, value: unknown, allowed: readonly string[]): ModelError =>
  invalid(
    `Invalid value: '${String(value)}'. Supported values are: ${allowed.map((each) => `'${each}'`).join(", ")}.`,
    param,
    "invalid_value",
  );

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  if (typeof value === "number") return Number.isInteger(value) ? "an integer" : "a decimal number";
  return typeof value === "string" ? "a string" : `a ${typeof value}`;
}

export const unknownModel = (model: string): ModelError =>
  new ModelError(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
    code: "model_not_found",
  });

export const rateLimited = (
  model: string,
  wait: { retryAfter?: number | undefined; retryAfterMs?: number | undefined },
): ModelError => {
  const ms = wait.retryAfterMs ?? (wait.retryAfter ?? 0) * 1_000;
  return new ModelError(
    429,
    `Rate limit reached for ${model} in organization org-sandbox on tokens per min (TPM): Limit 200000, Used 199800, Requested 1400. Please try again in ${ms}ms. Visit https://platform.openai.com/account/rate-limits to learn more.`,
    {
      type: "tokens",
      code: "rate_limit_exceeded",
      headers: {
        ...(wait.retryAfter !== undefined && { "retry-after": String(wait.retryAfter) }),
        ...(wait.retryAfterMs !== undefined && { "retry-after-ms": String(wait.retryAfterMs) }),
      },
    },
  );
};

export const outOfQuota = (): ModelError =>
  new ModelError(
    429,
    "You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
    { type: "insufficient_quota", code: "insufficient_quota" },
  );

export const serverError = (status: number): ModelError =>
  new ModelError(
    status,
    status === 503
      ? "The engine is currently overloaded, please try again later."
      : "The server had an error while processing your request. Sorry about that!",
    { type: "server_error" },
  );

/** What Azure answers when the question itself trips its filter: 400, not a finish reason. */
export const promptFiltered = (): ModelError =>
  new ModelError(
    400,
    "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
    { type: "invalid_request_error", param: "prompt", code: "content_filter" },
  );
