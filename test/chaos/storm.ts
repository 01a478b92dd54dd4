import { chances } from "../e2e/chaos.ts";
import { type Desk, openDesk } from "../e2e/desk.ts";
import { openDetour, type Passing, type Watcher } from "../e2e/detour.ts";
import { setClockRight, withMovableClock } from "./machine.ts";
import { modelWords } from "./model-words.ts";
import { People } from "./people.ts";
import { describePoint, isStep, type KillPoint, killPoint } from "./points.ts";
import { beyondMending, isAtRest, isBalanced, restless, violationsOf } from "./verdict.ts";
import { calm, chooseWeather, type Detours, stir } from "./weather.ts";

export interface StormOptions {
  kills: number;
  seed: number;
  /** This weather in every life, instead of what chance brings. */
  weather?: readonly string[];
  /** A folder whose `src` runs instead of this repository's. */
  root?: string;
  /** Ends at the first thing that no waiting mends: what is asked is whether anything goes wrong at all. */
  untilWrong?: boolean;
  tell: (line: string) => void;
}

export interface StormResult {
  seed: number;
  kills: number;
  mails: number;
  replies: number;
  /** How often the app was killed at which kind of point. */
  points: Record<string, number>;
  weather: Record<string, number>;
  violations: string[];
  /** What the app wrote, all its lives after one another. */
  log: string;
}

const MOST_PER_KILL = 3;
/** A step that this round never reaches is given up, and the app is killed all the same. */
const STEP_PATIENCE_MS = 5_000;
const REST_MS = 700_000;
const BOOKS_MS = 400_000;
const CLOCK_RIGHT = 0.5;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Kills the app again and again under load and in bad weather, lets it come to rest, and judges from outside. */
export async function storm({
  kills,
  seed,
  root,
  tell,
  weather: only,
  untilWrong,
}: StormOptions): Promise<StormResult> {
  const random = chances(seed);
  const desk = await openDesk({
    model: true,
    environment: { LOG_LEVEL: "info" },
    ...(root && { root }),
  });
  const detours: Detours = {
    slack: await openDetour(desk.slack.apiUrl),
    gmail: await openDetour(desk.gmail.url),
    tokens: await openDetour(desk.gmail.tokenUrl),
  };
  desk.model!.answer(modelWords);
  // A storm of sendings costs more than a minute's quota; waiting for it is tested elsewhere.
  desk.gmail.knobs.unitsPerUserPerMinute = 100_000;
  desk.gmail.knobs.sendsPerDay = 100_000;
  const around = {
    SLACK_API_URL: new URL("api/", detours.slack.url).href,
    GMAIL_API_URL: detours.gmail.url,
    GOOGLE_TOKEN_URL: new URL("token", detours.tokens.url).href,
    ...withMovableClock(desk.folder),
  };
  const people = new People(desk, random);
  const points: Record<string, number> = {};
  const weather: Record<string, number> = {};
  const sofar = () => ({
    seed,
    kills,
    mails: people.cases,
    replies: desk.gmail.sent.length,
    points,
    weather,
    log: desk.log(),
  });
  try {
    const isOver = () => untilWrong === true && beyondMending(desk, people).length > 0;
    for (let kill = 1; kill <= kills && !isOver(); kill++) {
      await desk.start(around);
      // A clock that was wrong for a life is right in the next, sooner or later.
      if (random() < CLOCK_RIGHT) setClockRight(desk);
      for (let mail = Math.floor(random() * MOST_PER_KILL) + 1; mail > 0; mail--) people.write();
      const names = chooseWeather(random, only);
      stir(desk, detours, names);
      for (const name of names) weather[name] = (weather[name] ?? 0) + 1;
      const point = killPoint(kill, random);
      const reached = await killAt(desk, detours, point, people);
      calm(desk, detours);
      const where = reached ? describePoint(point) : `${describePoint(point)} (not reached)`;
      points[where] = (points[where] ?? 0) + 1;
      tell(`kill ${kill}: ${where}${names.length > 0 ? `, ${names.join(", ")}` : ""}`);
    }
    await desk.start(around);
    await comeToRest(desk, people, isOver);
    if (isOver()) return { ...sofar(), violations: beyondMending(desk, people) };
    const stuck = restless(desk, people).map((subject) => `${subject}: never came to rest`);
    const violations = [...stuck, ...(await violationsOf(desk, people))];
    return { ...sofar(), violations };
  } finally {
    await Promise.all(Object.values(detours).map((detour) => detour.stop()));
    await desk.end();
  }
}

/** True if the app was killed at the point, false if it never came there and was killed later. */
async function killAt(desk: Desk, detours: Detours, point: KillPoint, people: People): Promise<boolean> {
  let killed: Promise<void> | undefined;
  const kill = () => {
    killed ??= desk.kill();
  };
  const until = Date.now() + ("afterMs" in point ? point.afterMs : STEP_PATIENCE_MS);
  if (!("afterMs" in point)) detours[point.service].watch(killer(point, kill));
  while (!killed && Date.now() < until) {
    await people.work(0.6);
    await pause(50);
  }
  const reached = killed !== undefined || "afterMs" in point;
  kill();
  await killed;
  return reached;
}

function killer(point: Exclude<KillPoint, { afterMs: number }>, kill: () => void): Watcher {
  const never = new Promise<void>(() => undefined);
  return (call: Passing, stage) => {
    if (!isStep(point.service, point.step, call)) return;
    if (point.stage === "later") {
      if (stage === "answered") setTimeout(kill, 15);
      return;
    }
    if (stage !== point.stage) return;
    kill();
    // What was held up stays so: the call never reaches the provider, or its answer never reaches the app.
    return never;
  };
}

async function comeToRest(desk: Desk, people: People, isOver: () => boolean): Promise<void> {
  const until = Date.now() + REST_MS;
  while (!isAtRest(desk, people) && Date.now() < until && !isOver()) {
    await people.work(1);
    await pause(300);
  }
  if (isOver()) return;
  // Our own answers come back as sent mail, and are accounted for too; what several lives died with rests before it is tried again.
  await pause(5_000);
  const patience = Date.now() + BOOKS_MS;
  while (Date.now() < patience && !(await isBalanced(desk))) await pause(1_000);
}
