import { readFileSync } from "node:fs";

/**
 * Loaded into the app by `NODE_OPTIONS`, before anything of it: its wall clock is off by what the file says, read anew on SIGUSR2.
 * Timers and `performance` go on as they do when somebody sets a machine's clock. JavaScript, because workers load it too.
 */
const file = process.env["MOVED_CLOCK_FILE"];
const Right = Date;
let offset = 0;
const read = () => {
  try {
    offset = Number(readFileSync(file, "utf8"));
  } catch {
    offset = 0;
  }
};
if (file) {
  read();
  process.on("SIGUSR2", read);
  globalThis.Date = new Proxy(Right, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length === 0 ? [Right.now() + offset] : args, made === Date ? target : made),
    apply: () => new Right(Right.now() + offset).toString(),
    get: (target, key) => (key === "now" ? () => Right.now() + offset : Reflect.get(target, key)),
  });
}
