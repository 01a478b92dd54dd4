import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { enqueue } from "../src/db/jobs.ts";
import { recordModelCalls } from "../src/db/model-calls.ts";
import { note } from "../src/domain/measure.ts";
import { openMetrics } from "../src/operate/metrics.ts";
import { aDesk } from "./fakes/desk.ts";

const ROOT = path.join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; description: string; runbook: string };
}
interface Panel {
  id: number;
  title: string;
  targets: { expr: string }[];
  gridPos: { x: number; y: number; w: number; h: number };
}
const rules: Rule[] = parse(read("ops/prometheus/alerts.yaml")).groups.flatMap(
  (group: { rules: Rule[] }) => group.rules,
);
const panels: Panel[] = JSON.parse(read("ops/grafana/mailroom.json")).panels;
const queries = [
  ...rules.map(({ alert, expr }) => ({ where: `alert ${alert}`, expr })),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: `panel ${title}`, expr }))),
];

/** What a PromQL query may say beside names of series and labels. */
const WORDS = new Set(
  "absent by histogram_quantile humanize ignoring increase le max min on or rate sum without".split(" "),
);

/** The names of series in a query, and of the labels it speaks of. */
function namesIn(expr: string): { series: string[]; labels: string[] } {
  const labels: string[] = [];
  const bare = expr
    .replace(/\{([^}]*)\}/g, (_, inside: string) => {
      labels.push(...[...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, name]) => name!));
      return " ";
    })
    .replace(/\b(?:by|without|ignoring|on)\s*\(([^)]*)\)/g, (_, inside: string) => {
      labels.push(...inside.split(",").map((name) => name.trim()));
      return " ";
    })
    .replace(/\[[^\]]*\]/g, " ");
  const series = [...bare.matchAll(/(?<![\w.])[a-zA-Z_:][\w:]*/g)]
    .map(([name]) => name)
    .filter((name) => !WORDS.has(name));
  return { series, labels };
}

/** Series with the labels they have, off the page of a desk that has seen a bit of everything. */
const known = new Map<string, Set<string>>();
const metrics: string[] = [];
beforeAll(async () => {
  const desk = await aDesk();
  const { page, close } = openMetrics({ ...desk.deps, connected: () => true });
  desk.mailbox.deliver({ id: "m1", subject: "Reminders", text: "The reminders have stopped. Can you look?" });
  await desk.work();
  note("looked_up", { tool: "orders", outcome: "found" });
  const call = { engine: "gpt-5.4-mini", outcome: "answered", tookMs: 600, inputTokens: 9, cachedTokens: 0 };
  await desk.db.transaction(async (tx) => {
    await recordModelCalls(tx, "triage", null, [{ ...call, outputTokens: 9, costUsd: 0.002 }], desk.now());
    await enqueue(tx, { kind: "sweep", key: "sweep", payload: {} }, desk.now());
  });
  const { body } = await page();
  close();
  metrics.push(...[...body.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!));
  for (const [, name, labels] of body.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)) {
    const names = [...(labels ?? "").matchAll(/(\w+)="/g)].map(([, label]) => label!);
    known.set(name!, new Set([...(known.get(name!) ?? ["job", "instance"]), ...names]));
  }
});

describe("what watches Mailroom knows its figures", () => {
  test("there is something to look at", () => {
    expect(rules.length).toBeGreaterThan(8);
    expect(panels.length).toBeGreaterThan(12);
  });

  test.each(queries)("$where", ({ expr }) => {
    const { series, labels } = namesIn(expr);
    expect(series.length).toBeGreaterThan(0);
    for (const name of series) expect({ name, known: known.has(name) }).toEqual({ name, known: true });
    const theirs = new Set(series.flatMap((name) => [...known.get(name)!]));
    for (const label of labels) expect({ label, known: theirs.has(label) }).toEqual({ label, known: true });
  });

  test("every figure of ours is watched or shown", () => {
    const used = new Set(
      queries.flatMap(({ expr }) => namesIn(expr).series.map((name) => name.replace(/_(bucket|sum|count)$/, ""))),
    );
    const ours = metrics.filter((name) => !/^(process|nodejs)_/.test(name));
    expect(ours.filter((name) => !used.has(name))).toEqual([]);
  });

  test("every alert says what is the matter and where the runbook helps", () => {
    const headings = [...read("docs/operations.md").matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replaceAll(" ", "-"),
    );
    for (const { alert, labels, annotations } of rules) {
      expect(["warning", "critical"]).toContain(labels.severity);
      expect(annotations.summary).not.toBe("");
      expect(annotations.description).not.toBe("");
      const [file, anchor] = annotations.runbook.split("#");
      expect({ alert, file, there: headings.includes(anchor!) }).toEqual({
        alert,
        file: "docs/operations.md",
        there: true,
      });
    }
  });

  test("panels have ids of their own and do not lie on each other", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)}/${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe("what installs Mailroom names what is there", () => {
  const scripts = JSON.parse(read("package.json")).scripts;

  test("the continuous checks run scripts of the package", () => {
    const { jobs } = parse(read(".github/workflows/ci.yml"));
    const steps = Object.values(jobs as Record<string, { steps: { run?: string }[] }>).flatMap((job) => job.steps);
    const called = steps.flatMap(({ run }) => [...(run ?? "").matchAll(/npm (?:run (\S+)|(test))/g)]);
    expect(called.map(([, script, plain]) => script ?? plain)).toEqual(["check", "test", "test:browser"]);
    for (const [, script, plain] of called) expect(scripts).toHaveProperty([script ?? plain!]);
  });

  test("the image and the service start what npm start starts", () => {
    const start = scripts.start.replace(/^node /, "");
    expect(read("Dockerfile")).toContain(`CMD ${JSON.stringify(["node", ...start.split(" ")]).replaceAll(",", ", ")}`);
    expect(read("ops/mailroom.service")).toContain(`/node ${start}\n`);
  });

  test("the image holds every file that the code reads from outside src", () => {
    const copied = [...read("Dockerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) =>
      from!.split(" "),
    );
    for (const file of copied) expect(globSync(file, { cwd: ROOT })).toEqual([file]);
    const outside = globSync("src/*.ts", { cwd: ROOT }).flatMap((file) =>
      [...read(file).matchAll(/"\.\.\/([\w.-]+)"/g)].map(([, name]) => name!),
    );
    for (const name of outside) expect(copied).toContain(name);
    const kept = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"));
    expect(kept.map((line) => line.slice(1)).sort()).toEqual([...new Set(copied)].sort());
  });

  test("the composed service keeps its data, runs without rights and opens its port to this machine alone", () => {
    const { services, volumes } = parse(read("compose.yaml"));
    const { mailroom } = services;
    expect(mailroom.volumes).toContain("data:/data");
    expect(volumes).toHaveProperty("data");
    expect(mailroom).toMatchObject({ read_only: true, cap_drop: ["ALL"], ports: ["127.0.0.1:9464:9464"] });
    expect(read("Dockerfile")).toMatch(/^USER node$/m);
    const explained = read("docs/configuration.md");
    for (const name of Object.keys(mailroom.environment)) expect(explained).toContain(`\`${name}\``);
  });
});
