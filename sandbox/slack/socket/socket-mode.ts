import type { AppConfig } from "../app.ts";
import type { Changes } from "../changes.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Journal } from "../journal.ts";
import type { JsonObject } from "../json.ts";
import type { Channel } from "../workspace/model.ts";
import { createDelivery, type Delivery, type Envelope } from "./delivery.ts";
import { createHub, type Hub } from "./hub.ts";
import { hears } from "./subscriptions.ts";

export interface SocketTimes {
  ackMs: number;
  /** Waits before the retries of an event: at once, a minute, five minutes. */
  retryDelaysMs: readonly number[];
  pingEveryMs: number;
}

export const defaultTimes: SocketTimes = { ackMs: 3_000, retryDelaysMs: [0, 60_000, 300_000], pingEveryMs: 5_000 };

export interface SocketMode extends Pick<Delivery, "deliver" | "inject" | "waiting"> {
  hub: Hub;
  delivery: Delivery;
  /** Sends an event to the app if it hears such events; nothing waits for it. */
  emit(event: JsonObject, channel?: Channel): void;
  /** The same; resolves when the first attempt was acknowledged, or was not. Retries go on behind it. */
  deliverEvent(event: JsonObject, channel?: Channel): Promise<boolean>;
}

interface Parts {
  app: AppConfig;
  teamId: string;
  clock: Clock;
  changes: Changes;
  ids: Ids;
  journal: Journal;
  times: SocketTimes;
}

export function createSocketMode({ app, teamId, clock, changes, ids, journal, times }: Parts): SocketMode {
  const delivery = createDelivery({ clock, changes, hub: () => hub, ackMs: times.ackMs });
  const hub = createHub({ app, clock, changes, pingEveryMs: times.pingEveryMs, onFrame: delivery.onFrame });

  const attempt = async (payload: JsonObject, count: number): Promise<boolean> => {
    const envelope: Envelope = {
      type: "events_api",
      payload,
      accepts_response_payload: false,
      retry_attempt: count,
      retry_reason: count === 0 ? "" : "timeout",
    };
    const ack = await delivery.deliver(envelope, ({ kind }) => {
      if (kind === "unanswered") retry(payload, count);
    });
    return ack.kind === "acked";
  };

  const retry = (payload: JsonObject, count: number): void => {
    const delay = times.retryDelaysMs[count];
    if (delay === undefined) journal.note(`LOST EVENT ${payload.event_id}: nobody acknowledged it`);
    else if (delay === 0) void attempt(payload, count + 1);
    else clock.after(delay, () => void attempt(payload, count + 1));
  };

  const deliverEvent = async (event: JsonObject, channel?: Channel): Promise<boolean> =>
    hears(app, event, channel) && attempt(wrap(event, channel), 0);

  const wrap = (event: JsonObject, channel?: Channel): JsonObject => ({
    token: "sandbox-verification-token",
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: "event_callback",
    event_id: ids.next("Ev"),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: app.botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: channel?.externallyShared ?? false,
    event_context: `4-${ids.next("EC")}`,
  });

  return {
    hub,
    delivery,
    deliver: delivery.deliver,
    inject: delivery.inject,
    waiting: delivery.waiting,
    deliverEvent,
    emit: (event, channel) => void deliverEvent(event, channel),
  };
}
