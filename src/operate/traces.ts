import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { toFailure } from "../domain/errors.ts";
import type { JobKind } from "../domain/jobs.ts";
import type { Log } from "../domain/log.ts";
import { type Step, steps } from "../domain/measure.ts";

interface TraceOptions {
  /** As OTEL_EXPORTER_OTLP_ENDPOINT has it: the collector's root. */
  endpoint: string;
  /** As OTEL_EXPORTER_OTLP_HEADERS has it: `name=value,name=value`. */
  headers: string | undefined;
  log: Log;
}

export interface Traces {
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Which mail's trace a job belongs to; shared by its spans, because it may turn out only while the job runs. */
interface Place {
  traceId: string;
  parentId: string | undefined;
}

interface Span {
  place: Place;
  root: Span | undefined;
  id: string;
  name: string;
  startedAt: number;
  ids: Record<string, number | string>;
}

/** What one mail sets off. Polls and sweeps are left out: they come all day, and hardly ever bring anything. */
const TRACED: ReadonlySet<string> = new Set<JobKind>(["process-message", "draw-card", "run-effect"]);
const FLUSH_MS = 5_000;
/** Also what stopping may wait for it. */
const SEND_TIMEOUT_MS = 2_000;
/** Beyond it, what cannot be sent is dropped: a collector that is down must cost the desk nothing. */
const KEPT = 4_000;
/** Conversations whose trace is remembered, for the card and the answer that follow the mail. */
const REMEMBERED = 5_000;

/**
 * One trace a mail, sent by OTLP over HTTP in JSON: fetch, normalise, triage, model, record, then the card and the effects of
 * its ticket. The protocol is three nested lists; OpenTelemetry's own SDK for it would be the slowest module to load here.
 */
export function openTraces({ endpoint, headers, log }: TraceOptions): Traces {
  const current = new AsyncLocalStorage<Span | undefined>();
  const open = new WeakMap<object, Span>();
  const places = new Map<number, Place>();
  let done: object[] = [];
  let failing = false;

  const begin = (step: Step): Span | undefined => {
    const root = current.getStore();
    if (!root && !(step.step === "job" && TRACED.has(step.kind))) return undefined;
    const known = places.get(Number(step.ids["ticketId"]));
    const top = root?.root ?? root;
    if (top && known && step.step === "effect") Object.assign(top.place, known);
    const span: Span = {
      place: top?.place ?? (known ? { ...known } : { traceId: newId(16), parentId: undefined }),
      root: top,
      id: newId(8),
      name: `${step.step} ${step.kind}`,
      startedAt: clock(),
      ids: { ...step.ids },
    };
    open.set(step, span);
    return span;
  };
  const onEnd = (message: unknown) => {
    const step = message as Step & { error?: unknown; result?: unknown };
    const span = open.get(step);
    if (!span) return;
    if (step.step === "record" && typeof step.result === "number" && span.root) {
      span.ids["ticketId"] = step.result;
      places.delete(step.result);
      places.set(step.result, { traceId: span.place.traceId, parentId: span.root.id });
      if (places.size > REMEMBERED) places.delete(places.keys().next().value!);
    }
    if (done.length < KEPT) done.push(spanOf(span, step.error, clock()));
  };
  steps.start.bindStore(current, begin as (step: unknown) => Span | undefined);
  steps.asyncEnd.subscribe(onEnd);

  async function flush(): Promise<void> {
    if (done.length === 0) return;
    const spans = done;
    done = [];
    try {
      const response = await fetch(new URL("v1/traces", endpoint.endsWith("/") ? endpoint : `${endpoint}/`), {
        method: "POST",
        headers: { "content-type": "application/json", ...pairsIn(headers) },
        body: JSON.stringify(requestOf(spans)),
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`the collector answered ${response.status}`);
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error }, "traces could not be sent and are dropped until it works again");
      failing = true;
    }
  }
  const timer = setInterval(flush, FLUSH_MS).unref();

  return {
    async close() {
      clearInterval(timer);
      steps.start.unbindStore(current);
      steps.asyncEnd.unsubscribe(onEnd);
      await flush();
    },
  };
}

const newId = (bytes: number): string => randomBytes(bytes).toString("hex");
/** Steps take a few milliseconds, so the wall clock's whole ones are too coarse. */
const clock = (): number => performance.timeOrigin + performance.now();
const nanos = (ms: number): string => `${Math.round(ms * 1_000)}000`;

const INTERNAL = 1;
const ERROR = 2;

/** Made when the span ends, but its place is read when it is sent: only then is it certain. */
function spanOf({ place, root, id, name, startedAt, ids }: Span, error: unknown, endedAt: number): object {
  return {
    get traceId() {
      return place.traceId;
    },
    get parentSpanId() {
      return root ? root.id : place.parentId;
    },
    spanId: id,
    name,
    kind: INTERNAL,
    startTimeUnixNano: nanos(startedAt),
    endTimeUnixNano: nanos(endedAt),
    attributes: Object.entries(ids).map(([key, value]) => ({
      key: `mailroom.${key}`,
      value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
    })),
    ...(error !== undefined && { status: { code: ERROR, message: toFailure(error).code } }),
  };
}

const requestOf = (spans: readonly object[]) => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: "service.name", value: { stringValue: "mailroom" } }] },
      scopeSpans: [{ scope: { name: "mailroom" }, spans }],
    },
  ],
});

function pairsIn(headers: string | undefined): Record<string, string> {
  const pairs = (headers ?? "").split(",").map((pair) => pair.split("="));
  return Object.fromEntries(
    pairs.flatMap(([name, ...value]) =>
      name?.trim() ? [[name.trim(), decodeURIComponent(value.join("=").trim())]] : [],
    ),
  );
}
