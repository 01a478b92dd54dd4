import type { ModelAccount } from "./model.ts";

type Client = import("openai").OpenAI;

/** Loaded on first use: without a model the SDK's 200 ms and 36 MB are not spent. */
export async function connect({ apiKey, baseUrl }: ModelAccount, deployment: string): Promise<Client> {
  const { AzureOpenAI, OpenAI } = await import("openai");
  // A local server wants some key, whichever.
  const shared = { apiKey: apiKey ?? "local", maxRetries: 0 };
  const url = baseUrl === undefined ? undefined : new URL(baseUrl);
  const apiVersion = url?.searchParams.get("api-version");
  if (url && apiVersion) return new AzureOpenAI({ ...shared, endpoint: url.origin, apiVersion, deployment });
  return new OpenAI({ ...shared, ...(baseUrl && { baseURL: baseUrl }) });
}
