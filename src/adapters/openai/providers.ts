import type { Settings } from "../../domain/settings/settings.ts";
import { steadily } from "../../domain/steady.ts";
import type { Provider } from "../../pipeline/understand/ask-model.ts";
import { CircuitBreaker } from "../../pipeline/understand/breaker.ts";
import type { ModelRequest } from "../../pipeline/understand/model.ts";
import { AdaptiveConcurrency } from "./concurrency.ts";
import { openaiModel } from "./model.ts";

/** The variables of the environment that name models, as `config.ts` reads them. */
interface ModelVariables {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  LLM_MODEL: string;
  LLM_MODEL_LARGE?: string | undefined;
  LLM_FALLBACK_API_KEY?: string | undefined;
  LLM_FALLBACK_BASE_URL?: string | undefined;
  LLM_FALLBACK_MODEL?: string | undefined;
}

/** The providers that the environment names, in the order in which they are asked; none without a key or a URL. */
export function modelProviders(
  variables: ModelVariables,
  reasoningEffort: Settings["model"]["reasoningEffort"],
  wallClock: () => number,
): Provider[] {
  const now = steadily(wallClock);
  const model = (
    name: string,
    apiKey: string | undefined,
    baseUrl: string | undefined,
    account: AdaptiveConcurrency,
  ) => {
    const asked = openaiModel({ name, apiKey, baseUrl, reasoningEffort: reasoningEffort[name] });
    return { name, complete: (request: ModelRequest) => account.run(() => asked.complete(request)) };
  };
  const providers: Provider[] = [];
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url, LLM_MODEL_LARGE: large } = variables;
  if (key || url) {
    const account = new AdaptiveConcurrency(now);
    providers.push({
      small: model(variables.LLM_MODEL, key, url, account),
      large: large ? model(large, key, url, account) : undefined,
      breaker: new CircuitBreaker(now),
    });
  }
  const { LLM_FALLBACK_MODEL: second, LLM_FALLBACK_API_KEY: secondKey, LLM_FALLBACK_BASE_URL: secondUrl } = variables;
  if (second && (secondKey || secondUrl))
    providers.push({
      small: model(second, secondKey, secondUrl, new AdaptiveConcurrency(now)),
      large: undefined,
      breaker: new CircuitBreaker(now),
    });
  return providers;
}
