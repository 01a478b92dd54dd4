/** Something the stand-ins said no to, in their words. */
export class Refused extends Error {}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused("The demo does not answer. Is it still running?");
  }
  const text = await response.text();
  const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  if (!response.ok) throw new Refused(String((body as { error?: unknown }).error ?? response.statusText));
  return body as T;
}

export const get = <T>(path: string): Promise<T> => ask<T>(path);

export const send = <T>(path: string, body: unknown, method = "POST"): Promise<T> =>
  ask<T>(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const sendBytes = <T>(path: string, body: Blob): Promise<T> => ask<T>(path, { method: "POST", body });

export const query = (values: Record<string, string | number>): string =>
  new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString();

export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
