import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { realpathSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

/**
 * Starts a program of ours in a process of its own, where hostile bytes can do least: it gets no environment, so no token and no
 * database's address; it may read the program and nothing else, write nothing, and start threads but no process.
 */
export function startApart(script: URL, options: ForkOptions): ChildProcess {
  return fork(script, [], {
    cwd: ROOT,
    env: {},
    execArgv: [
      "--no-warnings",
      "--permission",
      "--allow-worker",
      ...PLACES.flatMap((place) => [`--allow-fs-read=${place}`, `--allow-fs-read=${realpathSync(place)}`]),
    ],
    ...options,
  });
}

const PLACES = ["bin", "src", "node_modules", "package.json"].map((name) => path.join(ROOT, name));
