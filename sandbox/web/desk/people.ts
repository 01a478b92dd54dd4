import { slack } from "../state/slack.ts";
import type { Message, Snapshot } from "../state/slack-types.ts";
import { useStore } from "../state/store.ts";

interface Author {
  name: string;
  app: boolean;
  zone: string | undefined;
}

export const meIn = (state: Snapshot) => state.users.find(({ id }) => id === state.you);

export const nameOf = (state: Snapshot | undefined, id: string | undefined): string => {
  const user = state?.users.find((one) => one.id === id);
  return user?.realName || user?.name || id || "Slack";
};

export function useAuthor(message: Message): Author {
  const name = useStore(slack, (state) => (message.bot_id ? state?.app.name : nameOf(state, message.user)) ?? "");
  const zone = useStore(slack, (state) => state && meIn(state)?.tz);
  return { name, app: message.bot_id !== undefined, zone };
}
