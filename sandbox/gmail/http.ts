import type { IncomingMessage, ServerResponse } from "node:http";
import { readParameters } from "./mime/params.ts";
import { parseMail } from "./mime/tree.ts";

/** What came in, read whole. */
export interface Request {
  verb: string;
  url: URL;
  headers: IncomingMessage["headers"];
  bytes: Buffer;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON unless it is text or bytes already. */
  body?: unknown;
}

/** `undefined` when the caller hung up before its request was complete. */
export async function readRequest(incoming: IncomingMessage): Promise<Request | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  return {
    verb: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", "http://127.0.0.1"),
    headers: incoming.headers,
    bytes: Buffer.concat(chunks),
  };
}

export function respond(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const ready = typeof body === "string" || body instanceof Uint8Array;
  const type = ready ? {} : { "content-type": "application/json; charset=UTF-8" };
  response.writeHead(status, { ...type, ...headers }).end(ready ? body : JSON.stringify(body));
}

/** The two ways a mail is uploaded: alone, or after a JSON part in `multipart/related`. */
export function readUpload(request: Request): { json: Buffer; media: Buffer } | undefined {
  const kind = request.url.searchParams.get("uploadType");
  if (kind === "media") return { json: Buffer.alloc(0), media: request.bytes };
  const type = request.headers["content-type"] ?? "";
  if (kind !== "multipart" || !readParameters(type).params.boundary) return undefined;
  const whole = parseMail(Buffer.concat([Buffer.from(`Content-Type: ${type}\r\n\r\n`), request.bytes]));
  const [json, media] = whole.parts;
  if (!json || !media) return undefined;
  return { json: json.body, media: media.body };
}
