import { MailroomError } from "../../domain/errors.ts";

/** What of the SDK's errors we rely on: the classes by status all carry these. */
interface ApiError {
  status?: number;
  code?: string | null;
  type?: string;
  headers?: Headers;
  message?: string;
}

const DEFAULT_PAUSE_MS = 2_000;

export function modelFailure(error: unknown): MailroomError {
  if (error instanceof MailroomError) return error;
  const { status, code, type, headers, message = "" } = error as ApiError;
  // The SDK's errors are all called "Error"; their class is what tells them apart, and loading it takes 200 ms.
  const name = (error as object | undefined)?.constructor?.name ?? "";
  // The provider's message may quote the request; its code never does.
  const detail = [status, code ?? type ?? (status === undefined ? name : "")].filter(Boolean).join(" ");
  const fail = (failure: ConstructorParameters<typeof MailroomError>[0], retryAfterMs?: number) =>
    new MailroomError(failure, { detail, cause: error, ...(retryAfterMs !== undefined && { retryAfterMs }) });

  if (name === "APIConnectionTimeoutError") return fail("model_timeout");
  if (status === undefined) return fail("model_unavailable");
  if (status === 429) {
    // The same status for "slower, please" and "your account is empty"; only the first heals by waiting.
    if (code === "insufficient_quota" || type === "insufficient_quota" || /quota/i.test(message))
      return fail("model_quota_spent");
    return fail("model_rate_limited", pauseOf(headers));
  }
  if (status === 401 || status === 403) return fail("model_forbidden");
  if (status === 408) return fail("model_timeout");
  if (status >= 500) return fail("model_unavailable");
  if (code === "content_filter") return fail("model_refused");
  return fail("model_rejected");
}

function pauseOf(headers: Headers | undefined): number {
  const ms = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (ms >= 0) return ms;
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return seconds >= 0 ? seconds * 1_000 : DEFAULT_PAUSE_MS;
}
