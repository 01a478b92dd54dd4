import { type Behaviour, type BehaviourKind, Script } from "./behaviours.ts";
import { type Answering, builtInAnswer } from "./completion.ts";
import { listen, type RecordedRequest } from "./server.ts";
import { SHAPES, type ShapeName } from "./shapes.ts";

export type { ShapeName } from "./shapes.ts";

export interface ModelSetup {
  /** 0 or absent: a free one. */
  port?: number;
  shape?: ShapeName;
  /** What to say; without it, the smallest answer the request's schema allows. */
  answer?: Answering;
  apiKey?: string;
  /** Models (on Azure: deployments) that exist; without it, all of them. */
  models?: readonly string[];
  now?: () => number;
}

/** A running stand-in for a model provider. */
export interface ModelServer {
  readonly url: string;
  /** What goes into `OPENAI_BASE_URL`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Every request so far, the refused ones too. */
  readonly requests: RecordedRequest[];
  answer(answering: Answering): void;
  /** How the next call (or the next N) goes; orders queue up. */
  next(behaviour: Behaviour | BehaviourKind, times?: number): void;
  /** How every call goes that `next` says nothing about; without an argument: it is answered. */
  always(behaviour?: Behaviour | BehaviourKind): void;
  until(predicate: (model: ModelServer) => boolean, timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const AZURE_VERSION = "2025-04-01-preview";
const PATIENCE_MS = 10_000;

export async function startModel(setup: ModelSetup = {}): Promise<ModelServer> {
  const shape = setup.shape ?? "openai";
  const apiKey = setup.apiKey ?? "sk-sandbox";
  const script = new Script();
  const requests: RecordedRequest[] = [];
  const watchers = new Set<() => void>();
  let answering = setup.answer ?? builtInAnswer;
  const server = await listen(
    {
      shape: SHAPES[shape],
      apiKey,
      models: setup.models,
      script,
      requests,
      answer: () => answering,
      changed: () => {
        for (const look of [...watchers]) look();
      },
      now: setup.now ?? Date.now,
    },
    setup.port ?? 0,
  );
  const { url } = server;
  const model: ModelServer = {
    url,
    baseUrl: shape === "azure" ? `${url}/openai?api-version=${AZURE_VERSION}` : `${url}/v1`,
    apiKey,
    requests,
    answer: (other) => {
      answering = other;
    },
    next: (behaviour, times) => script.next(behaviour, times),
    always: (behaviour) => script.always(behaviour),
    until: (predicate, timeoutMs = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          watchers.delete(look);
          settle();
        };
        const look = () => {
          if (predicate(model)) finish(resolve);
        };
        const timer = setTimeout(() => finish(() => reject(new Error(`not within ${timeoutMs} ms`))), timeoutMs);
        watchers.add(look);
        look();
      }),
    stop: server.close,
  };
  return model;
}
