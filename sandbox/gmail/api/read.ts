import { invalidArgument } from "../errors.ts";
import { isMessageId } from "../ids.ts";

/** What a request says, read as strictly as Google's JSON layer reads it. */

const STANDARD = new Set(
  "$.xgafv access_token alt callback fields key oauth_token prettyPrint quotaUser uploadType upload_protocol userIp".split(
    " ",
  ),
);

export function checkQuery(query: URLSearchParams, known: readonly string[] = []): void {
  for (const name of query.keys()) {
    if (STANDARD.has(name) || known.includes(name)) continue;
    throw invalidArgument(
      `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      "badRequest",
    );
  }
}

export function checkFields(value: Record<string, unknown>, known: readonly string[], at = ""): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const where = at ? ` at '${at}'` : "";
    throw invalidArgument(
      `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`,
      "badRequest",
    );
  }
}

export function strings(body: Record<string, unknown>, name: string): string[] {
  const value = body[name];
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  if (list.every((each) => typeof each === "string")) return list;
  throw invalidArgument(`Invalid value at '${name}' (TYPE_STRING)`);
}

export function string(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string")
    throw invalidArgument(`Invalid value at '${name}' (TYPE_STRING), ${JSON.stringify(value)}`);
  return value;
}

export function object(body: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) throw invalidArgument(`Invalid value at '${name}'`);
  return value as Record<string, unknown>;
}

export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  if (value === null || value === "false") return false;
  if (value === "true") return true;
  throw invalidArgument(`Invalid value at '${name}' (TYPE_BOOL), "${value}"`);
}

/** Above the maximum is the maximum: Google does not complain of greed. */
export function maxResults(query: URLSearchParams): number {
  const value = query.get("maxResults");
  if (value === null) return 100;
  if (!/^\d+$/.test(value)) throw invalidArgument(`Invalid value at 'max_results' (TYPE_UINT32), "${value}"`);
  return Math.min(Number(value) || 100, 500);
}

export function hexId(id: string, what = "id"): string {
  if (!isMessageId(id)) throw invalidArgument(`Invalid ${what} value`);
  return id;
}

export function mailBytes(text: string): Buffer {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) {
    throw invalidArgument(
      `Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed for "${text.slice(0, 40)}"`,
    );
  }
  return Buffer.from(text, "base64url");
}
