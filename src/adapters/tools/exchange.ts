/** A record is a page at most; more is something else, and nobody waits for it. */
const MOST_BYTES = 64 * 1024;

export type Heard =
  | { kind: "answer"; status: number; text: string }
  | { kind: "slow" }
  /** `sent`: the request may have arrived. */
  | { kind: "broken"; why: string; sent: boolean };

interface Request {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs: number;
}

/** No connection was made, so nothing was asked. */
const UNREACHABLE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "EHOSTUNREACH"]);

/** One request and its answer within the time, reading included. Redirects are answers that nobody follows. */
export async function exchange(url: URL, { timeoutMs, ...request }: Request): Promise<Heard> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...request, redirect: "manual", signal });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { kind: "broken", why: "it sends us elsewhere, where Mailroom does not go", sent: true };
    }
    const text = await read(response);
    return text === undefined
      ? { kind: "broken", why: `it is longer than ${MOST_BYTES / 1024} KB`, sent: true }
      : { kind: "answer", status: response.status, text };
  } catch (error) {
    if (signal.aborted) return { kind: "slow" };
    const code = (error as { cause?: { code?: string } }).cause?.code;
    return {
      kind: "broken",
      why: code ? `no connection: ${code}` : "the connection broke",
      sent: !UNREACHABLE.has(code ?? ""),
    };
  }
}

async function read(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
