import { homeView, strangerHome } from "../views/home.ts";
import type { ProcessDeps } from "./process-message.ts";

/** Shows somebody their Home as things stand. */
export async function drawHome({ readHome, chat, now }: ProcessDeps, user: string): Promise<void> {
  const home = await readHome(user);
  await chat.publishHome(user, home ? homeView(home, now()) : strangerHome());
}
