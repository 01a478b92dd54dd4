import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Desk } from "./desk.ts";

const ROOT = path.join(import.meta.dirname, "../..");

export interface Said {
  code: number | null;
  said: string;
}

/** A command as `npm run` runs it, on the desk's database. */
export function start(
  desk: Pick<Desk, "folder">,
  name: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Said>; said: () => string } {
  const child = spawn(process.execPath, ["--import", "./bin/require-node.js", `src/cli/${name}.ts`, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env["PATH"] ?? "",
      DATABASE_URL: `file:${path.join(desk.folder, "mailroom.db")}`,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = new Promise<Said>((resolve) => child.once("close", (code) => resolve({ code, said })));
  return { child, ended, said: () => said };
}

export const command = (...of: Parameters<typeof start>): Promise<Said> => start(...of).ended;
