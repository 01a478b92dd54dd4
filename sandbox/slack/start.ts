import { type Person, person } from "./actor/person.ts";
import { type Administration, administration } from "./administration.ts";
import { createRateLimiter, type RateSettings, slackRates } from "./api/rate-limiter.ts";
import { type AppConfig, defaultApp } from "./app.ts";
import { createChanges, type Until, until } from "./changes.ts";
import { type Clock, createClock } from "./clock.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createIds } from "./ids.ts";
import { createResponseUrls } from "./interactions/response-urls.ts";
import { createTriggers } from "./interactions/triggers.ts";
import { type Call, type Confirmed, createJournal, type Refused } from "./journal.ts";
import type { JsonObject } from "./json.ts";
import { type Reading, reading } from "./reading.ts";
import { listen, originOf, type Serve } from "./server.ts";
import type { Ack, Envelope } from "./socket/delivery.ts";
import { createSocketMode, defaultTimes, type SocketTimes } from "./socket/socket-mode.ts";
import { createViews } from "./views/store.ts";
import { defaultWorkspace, type WorkspaceSeed } from "./workspace/seed.ts";
import { createWorkspace } from "./workspace/workspace.ts";
import type { World } from "./world.ts";

export interface SlackOptions {
  /** Absent: any free port. */
  port?: number;
  workspace?: WorkspaceSeed;
  app?: Partial<AppConfig>;
  /** Absent: real time, which `clock.advance` can push on. Given: time moves only with it and by `advance`. */
  now?: () => number;
  /** Off unless asked for; "slack" is the real thing. */
  limits?: "off" | "slack" | Partial<RateSettings>;
  times?: Partial<SocketTimes>;
  /** Where refusals are announced; the console unless given. */
  log?: (line: string) => void;
  serve?: Serve;
}

export interface Slack extends Reading, Administration {
  url: string;
  apiUrl: string;
  botToken: string;
  appToken: string;
  app: AppConfig;
  clock: Clock;
  faults: Faults;
  readonly calls: readonly Call[];
  readonly refused: readonly Refused[];
  readonly confirms: readonly Confirmed[];
  as(user: string): Person;
  setLimits(limits: SlackOptions["limits"]): void;
  /** A payload of one's own making, or an old one again, in a proper envelope; says how the app acknowledged it. */
  deliver(envelope: Envelope): Promise<Ack>;
  /** Any text or JSON on the next socket, however malformed; acks of it are ignored. */
  inject(frame: unknown): void;
  /** An event of one's own making, wrapped and retried as Slack does. */
  emit(event: JsonObject): Promise<boolean>;
  /** Envelopes that nobody has acknowledged yet. */
  waiting(): number;
  /** Open Socket Mode connections. */
  connections(): number;
  until<T>(ask: () => T, options?: Until): Promise<NonNullable<T>>;
  /** Resolves when the app is connected with this many sockets. */
  connected(count?: number): Promise<unknown>;
  /** Resolves when nothing waits for an ack or an answer. */
  settled(): Promise<unknown>;
  stop(): Promise<void>;
}

/** A Slack of one's own on this machine, with one workspace and one app installed. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const world = build(options);
  const server = await listen(world, options.port ?? 0, options.serve);
  const url = originOf(server);
  world.origin = () => url;
  const { app, changes, clock, faults, journal, socket, workspace } = world;
  const wait: Slack["until"] = (ask, how) => until(changes, ask, how);

  return {
    ...reading(world),
    ...administration(world),
    url,
    apiUrl: `${url}/api/`,
    botToken: app.botToken,
    appToken: app.appToken,
    app,
    clock,
    faults,
    calls: journal.calls,
    refused: journal.refused,
    confirms: journal.confirms,
    as: (id) => person(world, workspace.user(id)),
    setLimits(limits) {
      world.limiter.settings = ratesFor(limits);
    },
    deliver: (envelope) => socket.deliver(envelope),
    inject: socket.inject,
    emit: (event) => socket.deliverEvent(event),
    waiting: socket.waiting,
    connections: () => socket.hub.connections.length,
    until: wait,
    connected: (count = 1) =>
      wait(() => socket.hub.connections.length >= count, { what: `${count} Socket Mode connection(s)` }),
    settled: () =>
      wait(() => socket.waiting() === 0 && journal.inFlight === 0, { what: "every ack and answer", timeoutMs: 10_000 }),
    async stop() {
      clock.stop();
      socket.hub.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function build(options: SlackOptions): World {
  const app: AppConfig = { ...defaultApp, ...options.app };
  const seed = options.workspace ?? defaultWorkspace;
  const teamId = seed.team.id;
  const clock = createClock(options.now);
  const changes = createChanges();
  const ids = createIds(clock.now);
  const journal = createJournal(
    clock.now,
    changes,
    options.log ?? ((line) => console.error(`[slack sandbox] ${line}`)),
  );
  const times = { ...defaultTimes, ...options.times };
  const socket = createSocketMode({ app, teamId, clock, changes, ids, journal, times });
  const world: World = {
    app,
    clock,
    ids,
    changes,
    journal,
    workspace: createWorkspace(seed, app, ids, clock.now),
    triggers: createTriggers(clock),
    views: createViews({ app, teamId, clock, ids, changes }),
    responseUrls: createResponseUrls({ clock, teamId, origin: () => world.origin() }),
    socket,
    faults: createFaults(socket),
    limiter: createRateLimiter(clock.now, ratesFor(options.limits)),
    origin: () => "",
  };
  return world;
}

function ratesFor(limits: SlackOptions["limits"]): RateSettings | undefined {
  if (limits === undefined || limits === "off") return undefined;
  return { ...slackRates, ...(limits === "slack" ? {} : limits) };
}
