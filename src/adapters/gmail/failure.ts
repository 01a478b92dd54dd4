import { MailroomError } from "../../domain/errors.ts";

/** What of gaxios' error we rely on; its class is not exported by the Gmail API file. */
interface HttpError {
  status?: number;
  code?: string | number;
  message?: string;
  /** The client's own fetch makes the headers: `Headers` by their methods, though not by our class of that name. */
  response?: { data?: unknown; headers?: Pick<Headers, "get"> };
}

/**
 * - `read`: repeating is harmless
 * - `write`: an unanswered call may have worked, and must not simply be repeated
 * - `history`: 404 means that the cursor has aged out
 */
type CallKind = "read" | "write" | "history";

/** Gmail's throttling comes as 403 or 429; these reasons tell it from a refusal. */
const THROTTLED = new Set(["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded"]);
const UNTIL_TOMORROW_MS = 60 * 60_000;
const DEFAULT_PAUSE_MS = 10_000;

/** Turns whatever the client threw into one of our failures. Classified by status, then reason, then text. */
export function gmailFailure(error: unknown, kind: CallKind, now: number): MailroomError {
  if (error instanceof MailroomError) return error;
  const { status, code, message = "", response } = error as HttpError;
  const body = bodyOf(response?.data);
  const detail = [status ?? code, body.reason, body.text || message].filter(Boolean).join(" ").slice(0, 200);
  const fail = (failure: ConstructorParameters<typeof MailroomError>[0], extra: { retryAfterMs?: number } = {}) =>
    new MailroomError(failure, { detail, cause: error, ...extra });
  const unanswered = () => fail(kind === "write" ? "gmail_outcome_unknown" : "gmail_unavailable");

  if (
    body.oauth === "invalid_grant" ||
    body.oauth === "invalid_rapt" ||
    body.oauth === "unauthorized_client" ||
    body.oauth === "invalid_client"
  ) {
    return fail("gmail_disconnected");
  }
  if (status === undefined) return unanswered();
  if (status === 429 || (status === 403 && (THROTTLED.has(body.reason) || /quota|rate limit/i.test(body.text)))) {
    return fail("gmail_rate_limited", {
      retryAfterMs:
        body.reason === "dailyLimitExceeded" ? UNTIL_TOMORROW_MS : pauseOf(body.text, response?.headers, now),
    });
  }
  if (status === 401) return fail("gmail_disconnected");
  if (status === 403) return fail("gmail_forbidden");
  // A server that lacks the method does not answer in Google's shape.
  if (status === 501 || status === 405 || (status === 404 && !body.google)) return fail("gmail_method_missing");
  if (status === 404) return fail(kind === "history" ? "gmail_cursor_expired" : "gmail_not_found");
  if (status >= 500 || status === 408) return unanswered();
  return fail("gmail_rejected");
}

/** The mail server itself does not know the token; the token endpoint's refusals are worded another way. */
export const isSignedOut = (error: unknown): boolean => {
  const { status, response } = error as HttpError;
  return status === 401 && bodyOf(response?.data).oauth === "";
};

function bodyOf(data: unknown): { google: boolean; reason: string; text: string; oauth: string } {
  const none = { google: false, reason: "", text: "", oauth: "" };
  const body = asObject(data);
  if (!body) return none;
  if (typeof body["error"] === "string")
    return { ...none, oauth: body["error"], text: String(body["error_description"] ?? "") };
  const error = asObject(body["error"]);
  if (!error) return none;
  const [first] = Array.isArray(error["errors"]) ? (error["errors"] as { reason?: string }[]) : [];
  return { google: true, reason: first?.reason ?? "", text: String(error["message"] ?? ""), oauth: "" };
}

/** Bodies of failed media requests arrive as text. */
function asObject(data: unknown): Record<string, unknown> | undefined {
  if (typeof data === "string") {
    try {
      return asObject(JSON.parse(data));
    } catch {
      return undefined;
    }
  }
  return data !== null && typeof data === "object" ? (data as Record<string, unknown>) : undefined;
}

/** The instant in the text ("Retry after 2026-05-29T12:00:05.000Z") is right where the header often is not. */
function pauseOf(text: string, headers: Pick<Headers, "get"> | undefined, now: number): number {
  const at = Date.parse(/retry after (\S+)/i.exec(text)?.[1] ?? "");
  if (!Number.isNaN(at)) return Math.max(1_000, at - now);
  const header = headers?.get("retry-after");
  const seconds = Number(header);
  return header && seconds >= 0 ? Math.max(1_000, seconds * 1_000) : DEFAULT_PAUSE_MS;
}
