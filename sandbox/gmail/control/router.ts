import type { Answer, Request } from "../http.ts";

interface ControlRequest {
  params: Record<string, string>;
  query: URLSearchParams;
  /** The body as JSON; `{}` if there is none. */
  json: () => unknown;
  bytes: Buffer;
}

export interface ControlRoute {
  verb: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/sandbox/`. */
  path: string;
  run(request: ControlRequest): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const done = (): Answer => ({ status: 204 });

/** Bytes for a browser that must save them and never run them: mail is hostile, and this page has buttons. */
export const download = (bytes: Buffer, type: string, filename: string): Answer => ({
  status: 200,
  headers: {
    "content-type": type,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(filename || "unnamed")}`,
  },
  body: bytes,
});

export function findControl(
  routes: readonly ControlRoute[],
  { verb, url, bytes }: Request,
): (() => Answer) | undefined {
  const given = url.pathname.split("/").slice(2).filter(Boolean).map(decodeURIComponent);
  for (const route of routes) {
    const steps = route.path.split("/").filter(Boolean);
    if (route.verb !== verb || steps.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = steps.every((step, i) => {
      if (!step.startsWith(":")) return step === given[i];
      params[step.slice(1)] = given[i] ?? "";
      return true;
    });
    const json = () => (bytes.length === 0 ? {} : JSON.parse(bytes.toString()));
    if (fits) return () => route.run({ params, query: url.searchParams, json, bytes });
  }
  return undefined;
}
