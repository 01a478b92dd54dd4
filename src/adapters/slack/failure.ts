import { MailroomError } from "../../domain/errors.ts";

/** What of the Web API client's errors we rely on. */
interface SlackError {
  code?: string;
  data?: { error?: string; needed?: string; response_metadata?: { messages?: string[] } };
  retryAfter?: number;
  statusCode?: number;
  message?: string;
}

const DISCONNECTED = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "team_disabled",
  "user_removed_from_team",
]);
const UNREACHABLE = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "restricted_action",
  "restricted_action_read_only_channel",
  "messages_tab_disabled",
]);
const SCOPE = new Set([
  "missing_scope",
  "unknown_method",
  "not_allowed_token_type",
  "no_permission",
  "access_denied",
  "method_not_supported_for_channel_type",
  "not_enabled",
]);
const GONE = new Set([
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
  "thread_not_found",
  "cannot_reply_to_message",
  "is_inactive",
]);
const STALE_VIEW = new Set(["not_found", "hash_conflict", "view_not_found"]);
const TRIGGER = new Set(["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"]);
const THEIR_TROUBLE = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);

/** Turns whatever the client threw into one of our failures. `write`: an unanswered call may have posted. */
export function slackFailure(error: unknown, { write }: { write: boolean }): MailroomError {
  if (error instanceof MailroomError) return error;
  const { code, data, retryAfter, statusCode, message } = error as SlackError;
  // The client takes any text for Slack's answer, also the page of a proxy: that is no answer.
  const said = data?.error ?? "";
  const reason = /^\w{1,80}$/.test(said) ? said : "";
  // The pointers say which block is wrong; they hold no content.
  const detail = [statusCode, reason || code, data?.needed, ...(data?.response_metadata?.messages ?? []).slice(0, 2)]
    .filter(Boolean)
    .join(" ")
    .slice(0, 300);
  const fail = (failure: ConstructorParameters<typeof MailroomError>[0], retryAfterMs?: number) =>
    new MailroomError(failure, {
      detail: detail || (message ?? "").slice(0, 200),
      cause: error,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  const unanswered = () => fail(write ? "slack_outcome_unknown" : "slack_unavailable");

  if (code === "slack_webapi_rate_limited_error" || reason === "ratelimited" || reason === "rate_limited") {
    return fail("slack_rate_limited", Math.max(1, retryAfter ?? 5) * 1_000);
  }
  // A server that lacks a method may not say so in Slack's words.
  if (!reason && !write && statusCode !== undefined && [404, 405, 501].includes(statusCode))
    return fail("slack_scope_missing");
  if (reason) {
    if (DISCONNECTED.has(reason)) return fail("slack_disconnected");
    if (UNREACHABLE.has(reason)) return fail("slack_channel_unreachable");
    if (SCOPE.has(reason)) return fail("slack_scope_missing");
    if (GONE.has(reason)) return fail("slack_message_gone");
    if (STALE_VIEW.has(reason)) return fail("slack_view_stale");
    if (TRIGGER.has(reason)) return fail("slack_trigger_expired");
    if (THEIR_TROUBLE.has(reason)) return unanswered();
    return fail("slack_rejected");
  }
  return unanswered();
}
