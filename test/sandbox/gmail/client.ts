import { type gmail_v1, gmail as gmailApi, auth as google } from "googleapis/build/src/apis/gmail/index.js";
import type { Gmail } from "../../../sandbox/gmail/index.ts";

export const SUPPORT = "support@larkspur.example";
export const SALES = "sales@larkspur.example";
export const ANN = "ann@customer.example";

/** The official client on one mailbox, signed in with its refresh token, its own retries off. */
export function oauth(gmail: Gmail, address = SUPPORT) {
  const client = new google.OAuth2({
    clientId: gmail.clientId,
    clientSecret: gmail.clientSecret,
    endpoints: { oauth2TokenUrl: gmail.tokenUrl, oauth2AuthBaseUrl: gmail.authUrl, oauth2RevokeUrl: gmail.revokeUrl },
  });
  client.setCredentials({ refresh_token: gmail.refreshToken(address) });
  return client;
}

export function users(gmail: Gmail, address = SUPPORT): gmail_v1.Resource$Users {
  return gmailApi({ version: "v1", auth: oauth(gmail, address), rootUrl: `${gmail.url}/`, retry: false }).users;
}

/** The same with a bare access token of the scopes given. */
export function usersWith(gmail: Gmail, scopes: readonly string[], address = SUPPORT): gmail_v1.Resource$Users {
  const client = new google.OAuth2();
  client.setCredentials({ access_token: gmail.accessToken(address, scopes) });
  return gmailApi({ version: "v1", auth: client, rootUrl: `${gmail.url}/`, retry: false }).users;
}

export const lines = (...all: string[]): string => all.join("\r\n");

export const encode = (mail: string | Buffer): string => Buffer.from(mail).toString("base64url");

export function aMail(fields: Record<string, string> = {}, text = "Hello."): string {
  const headers = { From: SUPPORT, To: ANN, Subject: "Your order", ...fields };
  return lines(...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", text, "");
}

interface Failure {
  status: number | undefined;
  code: unknown;
  message: string;
  reason: string | undefined;
  headers: Headers | undefined;
}

/** What a call failed with, as the app will read it off the client's error. */
export async function failure(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (thrown) {
    const error = thrown as {
      status?: number;
      code?: unknown;
      message: string;
      response?: { data?: { error?: { message?: string; errors?: { reason?: string }[] } }; headers?: Headers };
    };
    const body = error.response?.data?.error;
    return {
      status: error.status,
      code: error.code,
      message: body?.message ?? error.message,
      reason: body?.errors?.[0]?.reason,
      headers: error.response?.headers,
    };
  }
  throw new Error("the call went through");
}

export function headersOf(message: gmail_v1.Schema$Message): Record<string, string> {
  const entries = (message.payload?.headers ?? []).map(({ name, value }) => [(name ?? "").toLowerCase(), value ?? ""]);
  return Object.fromEntries(entries.reverse());
}

export const rawOf = (message: gmail_v1.Schema$Message): string =>
  Buffer.from(message.raw ?? "", "base64url").toString();
