import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Loaded into a command by `NODE_OPTIONS`: kills it right after it has touched names in a folder so many times. */
let left = Number(process.env["DIES_AFTER"]);
for (const name of ["copyFileSync", "linkSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    const result = real(...args);
    left--;
    if (left === 0) process.kill(process.pid, "SIGKILL");
    return result;
  };
}
syncBuiltinESMExports();
