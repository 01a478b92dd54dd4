import type { RateLimiter } from "./api/rate-limiter.ts";
import type { AppConfig } from "./app.ts";
import type { Changes } from "./changes.ts";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Ids } from "./ids.ts";
import type { ResponseUrls } from "./interactions/response-urls.ts";
import type { Triggers } from "./interactions/triggers.ts";
import type { Journal } from "./journal.ts";
import type { SocketMode } from "./socket/socket-mode.ts";
import type { Views } from "./views/store.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** Everything one sandbox knows. Functions take it whole: they are the rooms of one building. */
export interface World {
  app: AppConfig;
  clock: Clock;
  ids: Ids;
  changes: Changes;
  journal: Journal;
  workspace: Workspace;
  triggers: Triggers;
  views: Views;
  responseUrls: ResponseUrls;
  socket: SocketMode;
  faults: Faults;
  limiter: RateLimiter;
  /** Where the server listens, without a slash at the end. */
  origin(): string;
}
