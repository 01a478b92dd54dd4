interface Shape {
  code: number;
  message: string;
  reason: string;
  status: string;
  domain?: string;
  /** `errors[0].message` where Google words it differently from the top-level message. */
  short?: string;
  location?: { location: string; locationType: string };
  detail?: { reason: string; metadata?: Record<string, string> };
  headers?: Record<string, string>;
}

/** An answer that is an error, in the shape every Google API shares. */
export class GoogleError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;

  constructor(shape: Shape) {
    super(shape.message);
    this.code = shape.code;
    this.reason = shape.reason;
    this.headers = shape.headers ?? {};
    this.body = {
      error: {
        code: shape.code,
        message: shape.message,
        errors: [
          {
            message: shape.short ?? shape.message,
            domain: shape.domain ?? "global",
            reason: shape.reason,
            ...shape.location,
          },
        ],
        status: shape.status,
        ...(shape.detail && {
          details: [
            {
              "@type": "type.googleapis.com/google.rpc.ErrorInfo",
              reason: shape.detail.reason,
              domain: "googleapis.com",
              metadata: shape.detail.metadata ?? { service: "gmail.googleapis.com" },
            },
          ],
        }),
      },
    };
  }
}

export const invalidArgument = (message: string, reason = "invalidArgument"): GoogleError =>
  new GoogleError({ code: 400, message, reason, status: "INVALID_ARGUMENT" });

export const failedPrecondition = (message = "Precondition check failed."): GoogleError =>
  new GoogleError({ code: 400, message, reason: "failedPrecondition", status: "FAILED_PRECONDITION" });

export const notFound = (message = "Requested entity was not found."): GoogleError =>
  new GoogleError({ code: 404, message, reason: "notFound", status: "NOT_FOUND" });

export const conflict = (message: string): GoogleError =>
  new GoogleError({ code: 409, message, reason: "aborted", status: "ABORTED" });

export const forbidden = (message: string): GoogleError =>
  new GoogleError({ code: 403, message, reason: "forbidden", status: "PERMISSION_DENIED" });

export const tooLarge = (limit: number): GoogleError =>
  new GoogleError({
    code: 413,
    message: `Media size is larger than the maximum allowed: ${limit}`,
    reason: "uploadTooLarge",
    status: "INVALID_ARGUMENT",
  });

export const notBuilt = (what: string): GoogleError =>
  new GoogleError({
    code: 501,
    message: `The sandbox does not offer ${what}.`,
    reason: "notImplemented",
    status: "UNIMPLEMENTED",
  });

const WANTS_A_TOKEN =
  "Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";
const IN_THE_HEADER = { location: "Authorization", locationType: "header" };

export const loginRequired = (): GoogleError =>
  new GoogleError({
    code: 401,
    message: `Request is missing required authentication credential. ${WANTS_A_TOKEN}`,
    short: "Login Required.",
    reason: "required",
    status: "UNAUTHENTICATED",
    location: IN_THE_HEADER,
    detail: { reason: "CREDENTIALS_MISSING" },
    headers: { "www-authenticate": 'Bearer realm="https://accounts.google.com/"' },
  });

export const invalidCredentials = (): GoogleError =>
  new GoogleError({
    code: 401,
    message: `Request had invalid authentication credentials. ${WANTS_A_TOKEN}`,
    short: "Invalid Credentials",
    reason: "authError",
    status: "UNAUTHENTICATED",
    location: IN_THE_HEADER,
    headers: { "www-authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  });

export const insufficientScopes = (allowed: readonly string[]): GoogleError =>
  new GoogleError({
    code: 403,
    message: "Request had insufficient authentication scopes.",
    short: "Insufficient Permission",
    reason: "insufficientPermissions",
    status: "PERMISSION_DENIED",
    detail: { reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" },
    headers: {
      "www-authenticate": `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${allowed.join(" ")}"`,
    },
  });

/** Google answers the same throttle now with 403, now with 429. */
export const throttled = (code: 403 | 429, message: string, headers: Record<string, string> = {}): GoogleError =>
  new GoogleError({
    code,
    message,
    reason: "rateLimitExceeded",
    status: code === 429 ? "RESOURCE_EXHAUSTED" : "PERMISSION_DENIED",
    domain: code === 429 ? "global" : "usageLimits",
    detail: { reason: "RATE_LIMIT_EXCEEDED" },
    headers,
  });

/** Two spaces after the full stop: Gmail's own text, and clients read the time out of it. */
export const retryAfterText = (at: number, what = "Mail sending"): string =>
  `User-rate limit exceeded.  Retry after ${new Date(at).toISOString()} (${what})`;

/** Words and reasons of the errors a test asks for by number alone. */
const ORDINARY: Record<number, { reason: string; status: string; message: string }> = {
  400: { reason: "badRequest", status: "INVALID_ARGUMENT", message: "Bad Request" },
  401: { reason: "authError", status: "UNAUTHENTICATED", message: "Invalid Credentials" },
  403: { reason: "rateLimitExceeded", status: "PERMISSION_DENIED", message: "Rate Limit Exceeded" },
  404: { reason: "notFound", status: "NOT_FOUND", message: "Requested entity was not found." },
  409: { reason: "aborted", status: "ABORTED", message: "Conflict" },
  429: { reason: "rateLimitExceeded", status: "RESOURCE_EXHAUSTED", message: "Too many concurrent requests for user." },
  500: { reason: "backendError", status: "INTERNAL", message: "Internal error encountered." },
  502: { reason: "backendError", status: "UNAVAILABLE", message: "Bad Gateway" },
  503: { reason: "backendError", status: "UNAVAILABLE", message: "The service is currently unavailable." },
  504: {
    reason: "backendError",
    status: "DEADLINE_EXCEEDED",
    message: "Deadline expired before operation could complete.",
  },
};

export function ordinaryError(
  code: number,
  own: { reason?: string | undefined; message?: string | undefined; headers?: Record<string, string> } = {},
): GoogleError {
  const usual = ORDINARY[code] ?? { reason: "unknown", status: "UNKNOWN", message: "Unknown error" };
  const usageLimit = code === 403 && /limit|quota/i.test(own.reason ?? usual.reason);
  return new GoogleError({
    code,
    message: own.message ?? usual.message,
    reason: own.reason ?? usual.reason,
    status: usual.status,
    domain: usageLimit ? "usageLimits" : "global",
    headers: own.headers ?? {},
  });
}
