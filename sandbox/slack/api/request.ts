import type { IncomingMessage } from "node:http";
import { isObject, type JsonObject } from "../json.ts";
import { Refusal, refuseIf } from "../refusal.ts";

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The arguments of a Web API call, from a form, a multipart form or JSON. */
export async function readArguments(request: IncomingMessage): Promise<JsonObject> {
  const body = await readBody(request);
  const header = request.headers["content-type"];
  // The SDK sends no type along with an empty body.
  if (body.length === 0) return {};
  if (header === undefined) throw new Refusal("missing_post_type");
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((part) => part.startsWith("charset="))?.slice("charset=".length);
  refuseIf(charset !== undefined && !/^"?(?:utf-?8|iso-8859-1)"?$/.test(charset), "invalid_charset");
  if (type === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(body.toString()));
  if (type === "application/json") return fromJson(body);
  refuseIf(type !== "multipart/form-data", "invalid_post_type");
  return fromMultipart(body, header);
}

function fromJson(body: Buffer): JsonObject {
  const value = parsed(body.toString());
  refuseIf(value === undefined, "invalid_json");
  if (!isObject(value)) throw new Refusal("json_not_object");
  return value;
}

async function fromMultipart(body: Buffer, type: string): Promise<JsonObject> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  if (form === undefined) throw new Refusal("invalid_form_data");
  const fields = [...form].map(async ([key, value]) => [key, typeof value === "string" ? value : await bytes(value)]);
  return Object.fromEntries(await Promise.all(fields)) as JsonObject;
}

const bytes = async (file: Blob): Promise<Buffer> => Buffer.from(await file.arrayBuffer());

/** JSON, or undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
